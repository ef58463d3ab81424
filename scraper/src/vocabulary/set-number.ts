import { COLLECTION_STYLE, EVENT_ID, type Event, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

/** A number, and where it stands in a file. */
export interface NumberAt {
  /** Indexes of lists and keys of mappings, from the outside; the last is the number's own key. */
  path: readonly (string | number)[];
  value: number;
}

/** A value as it stands in the text. The items of a mapping are its keys and values by turns. */
interface Node {
  event: Event;
  items: Node[];
}

/**
 * Sets numbers in the text of a YAML file and leaves every other byte as it is. A key that its mapping has not yet is
 * written in front of the mapping's last one.
 *
 * @throws Error where a path leads to no mapping
 */
export function setNumbers(yaml: string, numbers: readonly NumberAt[]): string {
  const root = toTree(parseEvents(yaml, {}));
  const edits = numbers.map(({ path, value }) => editOf(yaml, root, path, value));
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, { from, to, by }) => text.slice(0, from) + by + text.slice(to), yaml);
}

function toTree(events: readonly Event[]): Node {
  const open: Node[] = [{ event: { type: EVENT_ID.POP }, items: [] }];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const node: Node = { event, items: [] };
    open.at(-1)?.items.push(node);
    if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS) open.push(node);
  }
  // The document, and the one value that it holds.
  return open[0]?.items[0]?.items[0] as Node;
}

function editOf(
  yaml: string,
  root: Node,
  path: readonly (string | number)[],
  value: number,
): { from: number; to: number; by: string } {
  const key = path.at(-1) as string;
  const mapping = path.slice(0, -1).reduce<Node | undefined>((node, step) => childOf(yaml, node, step), root);
  const present = childOf(yaml, mapping, key)?.event;
  if (present?.type === EVENT_ID.SCALAR) return { from: present.valueStart, to: present.valueEnd, by: `${value}` };
  const last = mapping?.items.at(-2)?.event;
  if (mapping?.event.type !== EVENT_ID.MAPPING || last?.type !== EVENT_ID.SCALAR) {
    throw new Error(`there is no mapping at ${path.slice(0, -1).join('.')}`);
  }
  const at = last.style === SCALAR_STYLE.PLAIN ? last.valueStart : last.valueStart - 1;
  const indent = at - (yaml.lastIndexOf('\n', at) + 1);
  const behind = mapping.event.style === COLLECTION_STYLE.FLOW ? ', ' : `\n${' '.repeat(indent)}`;
  return { from: at, to: at, by: `${key}: ${value}${behind}` };
}

function childOf(yaml: string, node: Node | undefined, step: string | number): Node | undefined {
  if (typeof step === 'number') return node?.items[step];
  const isKey = ({ event }: Node, at: number) =>
    at % 2 === 0 && event.type === EVENT_ID.SCALAR && textOf(yaml, event) === step;
  const key = node?.items.findIndex(isKey) ?? -1;
  return key < 0 ? undefined : node?.items[key + 1];
}

function textOf(yaml: string, { valueStart, valueEnd }: ScalarEvent): string {
  return yaml.slice(valueStart, valueEnd);
}
