/** A Block Kit modal. Its inputs are drawn here: those of the library are pictures without names or values. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import type { OpenForm, Shown } from '../wire.js';
import type { Block, InputBlock, InputElement, View } from './blocks.js';
import { Dialog } from './dialog.js';
import { SlackBlock } from './slack-card.js';
import type { Scene } from './view.js';
import { localOf, momentOf } from './zone.js';

type Props = {
  form: OpenForm & Pick<Shown, 'problems'>;
  scene: Scene;
  submit(sent: unknown): Promise<void>;
  close(): void;
};

export function SlackModal({ form, scene, submit, close }: Props) {
  const { say, me } = scene;
  const view = form.drawn as View;
  const blocks = view.blocks as Block[];
  const [sending, setSending] = useState(false);
  /** Fields that must be filled in and are not: Slack sends no such form. */
  const [missing, setMissing] = useState<readonly string[]>([]);
  const frame = useRef<HTMLFormElement>(null);
  const problemOf = (field: string) => (missing.includes(field) ? say.required : form.problems?.[field]);
  useEffect(() => {
    const bad = frame.current?.querySelector<HTMLElement>('[data-problem] :is(input, select, textarea)');
    if (!sending) bad?.focus();
  }, [form.problems, missing, sending]);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
    const values = Object.fromEntries(
      inputs.map(({ block_id, element }) => {
        const given = data.getAll(block_id!).filter((each) => typeof each === 'string');
        return [block_id, { [element.action_id!]: answerOf(element, given, me.zone) }];
      }),
    );
    const empty = inputs.filter(({ block_id, optional }) => !optional && isEmpty(data, block_id!));
    setMissing(empty.map(({ block_id }) => block_id!));
    if (empty.length > 0) return;
    setSending(true);
    await submit({ id: 'view', private_metadata: view.private_metadata, state: { values } });
    setSending(false);
  }

  return (
    <Dialog className="slack" title={view.title.text} close={close} closeLabel={view.close?.text ?? say.close}>
      <form ref={frame} onSubmit={(event) => void send(event)} noValidate>
        <div className="fields">
          {blocks.map((block, index) =>
            block.type === 'input' ? (
              <Input key={block.block_id} {...{ block, scene }} problem={problemOf(block.block_id!)} />
            ) : (
              <SlackBlock key={index} {...{ block, scene }} />
            ),
          )}
        </div>
        <div className="ends">
          <button type="button" onClick={close}>
            {view.close?.text}
          </button>
          <button type="submit" className="primary" disabled={sending}>
            {view.submit?.text}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const isEmpty = (data: FormData, name: string): boolean =>
  data.getAll(name).every((each) => typeof each === 'string' && each.trim() === '');

/** An input's state as Slack would send it. */
function answerOf({ type }: InputElement, chosen: readonly string[], zone: string): object {
  if (type === 'multi_static_select') return { type, selected_options: chosen.map((value) => ({ value })) };
  const [given = ''] = chosen;
  if (type === 'static_select') return { type, selected_option: given ? { value: given } : null };
  if (type === 'datetimepicker')
    return { type, selected_date_time: given ? momentOf(given, zone).getTime() / 1_000 : null };
  return { type, value: given || null };
}

type InputProps = { block: InputBlock; scene: Scene; problem: string | undefined };

function Input({ block, scene, problem }: InputProps) {
  const id = useId();
  const described = { 'aria-describedby': `${id}-hint ${id}-problem`, 'aria-invalid': problem !== undefined };
  return (
    <div className="field" data-field={block.block_id} data-problem={problem === undefined ? undefined : true}>
      <label htmlFor={id}>
        {block.label.text} {block.optional && <small>({scene.say.optional})</small>}
      </label>
      <Control
        element={block.element}
        scene={scene}
        own={{ id, name: block.block_id!, label: block.label.text, ...described }}
      />
      {problem && (
        <p className="problem" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {block.hint && (
        <p className="hint" id={`${id}-hint`}>
          {block.hint.text}
        </p>
      )}
    </div>
  );
}

type Own = { id: string; name: string; label: string; 'aria-describedby': string; 'aria-invalid': boolean };

type ControlProps = { element: InputElement; scene: Scene; own: Own };

function Control({ element, scene, own: { label, ...own } }: ControlProps) {
  if (element.type === 'plain_text_input') {
    const text = {
      ...own,
      defaultValue: element.initial_value,
      maxLength: element.max_length,
      placeholder: element.placeholder?.text,
    };
    return element.multiline ? <textarea rows={4} {...text} /> : <input type="text" {...text} />;
  }
  if (element.type === 'static_select')
    return (
      <select {...own} defaultValue={element.initial_option?.value ?? ''}>
        {!element.initial_option && <option value="">{scene.say.choose}</option>}
        {element.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text.text}
          </option>
        ))}
      </select>
    );
  if (element.type === 'multi_static_select')
    return (
      <div role="group" aria-label={label} className="several" aria-describedby={own['aria-describedby']}>
        {element.options?.map(({ value, text }) => (
          <label key={value}>
            <input
              type="checkbox"
              name={own.name}
              value={value}
              defaultChecked={element.initial_options?.some((each) => each.value === value)}
            />
            {text.text}
          </label>
        ))}
      </div>
    );
  if (element.type === 'datetimepicker') {
    const at = element.initial_date_time;
    const value = at === undefined ? '' : localOf(new Date(at * 1_000), scene.me.zone);
    return <input type="datetime-local" {...own} defaultValue={value} />;
  }
  return <p className="problem">{scene.say.cannotDraw(element.type)}</p>;
}
