/** The parts of Adaptive Cards 1.5 that the desk draws with. */
import type { Command, PartialCommand } from '../../src/language/command.js';

/** What comes back when an action is pressed, beside the inputs of the card it is on. */
export type Payload = {
  msteams?: { type: 'task/fetch' };
  deskhand:
    | { command: Command; passing?: true }
    /** `replaces`: the card that what comes of it takes the place of. */
    | { draft: PartialCommand; form?: string; replaces?: string };
};

export type Colour = 'default' | 'accent' | 'good' | 'warning' | 'attention';

export type TextRun = {
  type: 'TextRun';
  text: string;
  weight?: 'bolder';
  size?: 'small' | 'large';
  color?: Colour;
  isSubtle?: boolean;
  fontType?: 'monospace';
  selectAction?: { type: 'Action.OpenUrl'; url: string };
};

type Spacing = { spacing?: 'none' | 'small' | 'medium'; separator?: boolean };

export type Element = Spacing &
  (
    | { type: 'RichTextBlock'; inlines: readonly TextRun[] }
    | { type: 'TextBlock'; text: string; wrap: true; isSubtle?: boolean; size?: 'small' }
    | { type: 'Container'; style?: 'emphasis'; items: readonly Element[] }
    | { type: 'ColumnSet'; columns: readonly { type: 'Column'; width: string; items: readonly Element[] }[] }
    | { type: 'ActionSet'; actions: readonly Action[] }
    | Table
    | Input
  );

/** Its first row has the labels. Clients that know no tables show what stands in for it. */
export type Table = {
  type: 'Table';
  columns: readonly { width: number }[];
  rows: readonly {
    type: 'TableRow';
    cells: readonly { type: 'TableCell'; items: readonly Element[] }[];
  }[];
  fallback: Element;
};

export type Input = { id: string; label: string; isRequired: boolean; errorMessage?: string; value?: string } & (
  | { type: 'Input.Text'; isMultiline: boolean; maxLength: number; placeholder?: string }
  | {
      type: 'Input.ChoiceSet';
      choices: readonly { title: string; value: string }[];
      isMultiSelect?: true;
      style?: 'expanded';
      wrap?: true;
    }
  | { type: 'Input.Date' | 'Input.Time' }
);

type Pressed = { title: string; style?: 'positive' | 'destructive' };
export type Submit = Pressed & { type: 'Action.Submit'; data: Payload };
export type Action =
  | Submit
  | (Pressed & { type: 'Action.Execute'; verb: string; data: Payload; fallback: Submit })
  | (Pressed & { type: 'Action.ShowCard'; card: { type: 'AdaptiveCard'; body: readonly Element[] } });

export type Mention = { type: 'mention'; text: string; mentioned: { id: string; name: string } };

export type AdaptiveCard = {
  type: 'AdaptiveCard';
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  version: '1.5';
  body: readonly Element[];
  actions?: readonly Action[];
  msteams: { width: 'Full'; entities?: readonly Mention[] };
};

export const adaptiveCard = (
  body: readonly Element[],
  rest: { actions?: readonly Action[]; entities?: readonly Mention[] } = {},
): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(rest.actions ? { actions: rest.actions } : {}),
  msteams: { width: 'Full', ...(rest.entities?.length ? { entities: rest.entities } : {}) },
});

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
export const attachment = (content: AdaptiveCard) => ({ contentType: CARD_TYPE, content });
