/** The official Adaptive Cards renderer, dressed in the page's colours. */
import {
  type Action,
  AdaptiveCard,
  ExecuteAction,
  GlobalRegistry,
  GlobalSettings,
  HostConfig,
  SubmitAction,
  Table,
  Version,
  Versions,
} from 'adaptivecards';

// The library does so itself where it is not named, which a bundler takes for something that nobody needs.
GlobalRegistry.defaultElements.register('Table', Table, Versions.v1_5);
GlobalSettings.setTabIndexAtCardRoot = false;

const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-soft)` });
const colours = {
  foregroundColors: {
    default: colour('ink'),
    accent: colour('accent-ink'),
    good: colour('good'),
    warning: colour('warning'),
    attention: colour('danger'),
    dark: colour('ink'),
    light: colour('ink'),
  },
};

const sizes = {
  fontSizes: { small: 12.5, default: 14, medium: 15, large: 16, extraLarge: 20 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
};

const host = new HostConfig({
  fontTypes: {
    default: { fontFamily: 'inherit', ...sizes },
    monospace: { fontFamily: 'ui-monospace, monospace', ...sizes },
  },
  spacing: { small: 4, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 10 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  containerStyles: {
    default: { ...colours, backgroundColor: 'transparent' },
    emphasis: { ...colours, backgroundColor: 'var(--quote)' },
  },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 8, style: 'emphasis' },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder', color: 'default' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small', weight: 'default' },
  },
});

type Json = { [key: string]: unknown };

/** A Teams client shows mentions in a TextBlock as names; this renderer needs telling. */
function nameMentions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nameMentions);
  if (typeof node !== 'object' || node === null) return node;
  const { type, text, ...rest } = node as Json;
  if (type !== 'TextBlock' || typeof text !== 'string' || !text.includes('<at>'))
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, nameMentions(value)]));
  const inlines = text.split(/(<at>[^<]*<\/at>|\*\*[^*]*\*\*)/).map((piece) => {
    const inner = /^<at>(.*)<\/at>$/.exec(piece)?.[1];
    if (inner !== undefined) return { type: 'TextRun', text: inner, color: 'accent', weight: 'bolder' };
    const strong = /^\*\*(.*)\*\*$/.exec(piece)?.[1];
    return { type: 'TextRun', text: strong ?? piece, ...(strong === undefined ? {} : { weight: 'bolder' }) };
  });
  return { type: 'RichTextBlock', inlines: inlines.filter((run) => run.text !== ''), ...rest };
}

/** Draws a card into an element; `press` gets the data of the action, with the card's inputs in it. */
export function drawAdaptive(json: unknown, into: HTMLElement, press: (data: unknown) => void): void {
  const card = new AdaptiveCard();
  card.hostConfig = host;
  card.version = new Version(1, 5);
  card.onExecuteAction = (action: Action) => {
    if (action instanceof SubmitAction || action instanceof ExecuteAction) press(action.data);
  };
  card.parse(nameMentions(json));
  const drawn = card.render();
  into.replaceChildren(...(drawn ? [drawn] : []));
}
