// oxlint-disable-next-line import/no-unassigned-import -- the bundler puts it beside the page
import './page.css';
import { createRoot } from 'react-dom/client';
import { createDesk } from './desk.js';
import { Playground } from './playground.js';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Playground desk={createDesk()} />);
