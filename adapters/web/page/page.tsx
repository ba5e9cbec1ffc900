import 'slack-blocks-to-jsx/dist/style.css';
import './page.css';
import './panes.css';
import './cards.css';
import { createRoot } from 'react-dom/client';
import { createDesk } from './desk.js';
import { Playground } from './playground.js';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Playground desk={createDesk()} />);
