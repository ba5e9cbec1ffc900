import type { OpenForm } from '../wire.js';
import { Dialog } from './dialog.js';
import { TeamsCard } from './teams-card.js';
import type { Scene } from './view.js';

type Props = { form: OpenForm; scene: Scene; submit(sent: unknown): Promise<void>; close(): void };

/** A dialog whose content is an Adaptive Card; one that comes back with problems is drawn again, values kept. */
export function TeamsDialog({ form, scene, submit, close }: Props) {
  const { title, card } = form.drawn as { title: string; card: unknown };
  return (
    <Dialog className="teams" title={title} close={close} closeLabel={scene.say.close}>
      <div className="fields">
        <TeamsCard card={card} press={(data) => void submit(data)} />
      </div>
    </Dialog>
  );
}
