import type { Fault } from '@lync/port-firewall';
import { lang, make, press } from '../page.ts';
import type { Asked, BuilderWords } from '../words/builder-english.ts';
import { type Answers, at, itemsAt, type Path, pathText, put, questionOf } from './answers.ts';
import { type Group, isShown, pathOf, type Question, STEP_NAMES, STEPS, type StepName, stepOf } from './questions.ts';

/** What the form tells of and asks for. */
interface Holder {
  readonly words: BuilderWords;
  readonly answers: () => Answers;
  /** `alter` alters an answer that other questions hang on, or a list. */
  readonly changed: (alter: () => void) => void;
  /** `alter` alters what is typed, on which no question hangs. */
  readonly typed: (alter: () => void) => void;
}

/** The questions, a step at a time, and what is wrong with an answer at its place. */
export interface Form {
  readonly element: HTMLElement;
  /** Draws the questions anew, and leaves the keyboard where it is. */
  readonly draw: () => void;
  readonly show: (faults: readonly Fault[]) => void;
  /** Leads to the question that a path is about. */
  readonly lead: (path: string) => void;
}

/** How many lines of addresses are seen at once. */
const LINES = { least: 2, most: 8 };

export function formOf({ words, answers, changed, typed }: Holder): Form {
  let step: StepName = 'product';
  let faults: readonly Fault[] = [];
  const steps = make('ol', { className: 'steps' });
  const panel = make('div', { className: 'step' });
  const element = make('form', { className: 'questions-form', autocomplete: 'off' }, steps, panel);
  element.addEventListener('submit', (event) => event.preventDefault());

  const asked = (name: string): Asked => words.questions[name] ?? { label: name };

  const goTo = (name: StepName) => {
    step = name;
    draw();
    panel.querySelector<HTMLElement>('h2')?.focus();
  };

  const draw = () => {
    const focused = element.contains(document.activeElement) ? document.activeElement?.id : undefined;
    steps.replaceChildren(...STEP_NAMES.map((name) => make('li', {}, stepButton(name))));
    const index = STEP_NAMES.indexOf(step);
    const [before, after] = [STEP_NAMES[index - 1], STEP_NAMES[index + 1]];
    const heading = make('h2', { id: 'step', tabIndex: -1 }, words.steps[step]);
    const place = make('p', { className: 'remark' }, words.step(index + 1, STEP_NAMES.length));
    const groups = (STEPS[step] as readonly Group[]).flatMap((group) => groupOf(group));
    const isEmpty = step === 'edge' && answers().product === 'cloud-connector-edition';
    panel.replaceChildren(
      ...[place, heading, ...(isEmpty ? [make('p', {}, words.noEdgeHere)] : []), ...groups],
      make(
        'div',
        { className: 'step-ways' },
        ...(before ? [press(words.back, () => goTo(before), { className: 'push' })] : []),
        ...(after ? [press(words.next, () => goTo(after), { className: 'push main' })] : []),
      ),
    );
    show(faults);
    if (focused) document.getElementById(focused)?.focus();
  };

  const stepButton = (name: StepName) => {
    const button = press(words.steps[name], () => goTo(name), { id: `step-${name}` });
    button.dataset.step = name;
    if (name === step) button.ariaCurrent = 'step';
    return button;
  };

  const groupOf = ({ heading, folded, questions }: Group): HTMLElement[] => {
    const shown = questions.filter((question) => isShown(question, pathOf(question), answers()));
    const fields = shown.map((question) => fieldOf(question, pathOf(question)));
    if (fields.length === 0) return [];
    if (heading === undefined) return fields;
    const name = words.groups[heading];
    if (!folded) return [make('fieldset', {}, make('legend', {}, name), ...fields)];
    const isAnswered = shown.some((question) => at(answers(), pathOf(question)) !== undefined);
    const wasOpen = panel.querySelector<HTMLDetailsElement>(`[data-group="${heading}"]`)?.open;
    const details = make('details', { open: wasOpen ?? isAnswered }, make('summary', {}, name), ...fields);
    details.dataset.group = heading;
    return [details];
  };

  const fieldOf = (question: Question, path: Path): HTMLElement => {
    if (question.kind === 'list') return listOf(question, path);
    const { label, help, answers: choices } = asked(question.name);
    const id = pathText(path);
    const told = [...(help === undefined ? [] : [`${id}-help`]), `${id}-fault`].join(' ');
    const value = at(answers(), path);
    const store = (answer: unknown) => changed(() => put(answers(), path, answer));
    let input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    if (question.kind === 'choice') {
      const options = Object.entries(choices ?? {}).map(([option, text]) => make('option', { value: option }, text));
      const chosen = typeof value === 'string' ? value : String(question.usual ?? '');
      // What a file says and nobody can choose is shown as it is, with what is wrong with it.
      if (!options.some((option) => option.value === chosen)) options.push(make('option', { value: chosen }, chosen));
      const select = make('select', { id }, ...options);
      select.value = chosen;
      select.addEventListener('change', () => store(select.value === '' ? undefined : select.value));
      input = select;
    } else if (question.kind === 'flag') {
      const box = make('input', { id, type: 'checkbox', checked: (value ?? question.usual) === true });
      box.addEventListener('change', () => store(box.checked === question.usual ? undefined : box.checked));
      input = box;
    } else {
      const isLong = question.kind === 'addresses' || question.kind === 'numbers';
      const shown = shownOf(value);
      const box = isLong ? make('textarea', { id, rows: linesOf(shown) }) : make('input', { id, type: 'text' });
      box.value = shown;
      box.spellcheck = false;
      box.autocapitalize = 'off';
      box.addEventListener('input', () => {
        if (box instanceof HTMLTextAreaElement) box.rows = linesOf(box.value);
        typed(() => put(answers(), path, answerOf(question, box.value)));
      });
      input = box;
    }
    input.setAttribute('aria-describedby', told);
    const name = make('label', { htmlFor: id }, label);
    const field = make(
      'div',
      { className: `field ${question.kind}` },
      ...(question.kind === 'flag' ? [input, name] : [name, input]),
      ...(help === undefined ? [] : [make('p', { id: `${id}-help`, className: 'help' }, help)]),
      make('p', { id: `${id}-fault`, className: 'fault' }),
    );
    field.dataset.path = id;
    return field;
  };

  const listOf = (question: Question, path: Path): HTMLElement => {
    const { label, item: one = label } = asked(question.name);
    const items = itemsAt(answers(), path).map((item, index) => {
      const own = { name: question.name, path: [...path, index] };
      const title = words.item(one, index + 1);
      const parts = (question.parts ?? []).filter((part) => isShown(part, pathOf(part, own), answers()));
      const said = at(item, ['name']);
      return make(
        'fieldset',
        { className: 'item' },
        make('legend', {}, typeof said === 'string' ? `${title} (${said})` : title),
        ...parts.map((part) => fieldOf(part, pathOf(part, own))),
        press(
          words.remove(title),
          () => {
            changed(() => put(answers(), own.path, undefined));
            document.getElementById(pathText(path))?.focus();
          },
          { className: 'push' },
        ),
      );
    });
    const add = press(words.add(one), () => {
      changed(() => put(answers(), [...path, itemsAt(answers(), path).length], {}));
      document.getElementById(pathText([...path, itemsAt(answers(), path).length - 1, 'name']))?.focus();
    });
    add.className = 'push';
    add.id = pathText(path);
    add.setAttribute('aria-describedby', `${add.id}-fault`);
    const element = make(
      'div',
      { className: 'list' },
      ...items,
      add,
      make('p', { id: `${add.id}-fault`, className: 'fault' }),
    );
    element.dataset.path = add.id;
    return element;
  };

  /** The field that a path is about, or the nearest around it. */
  const fieldAt = (path: string): HTMLElement | undefined => {
    for (let text = path; text !== ''; text = text.replace(/(?:\.?[^.[\]]+|\[\d*\])$/, '')) {
      const field = [...panel.querySelectorAll<HTMLElement>('[data-path]')].find(
        ({ dataset }) => dataset.path === text,
      );
      if (field) return field;
    }
    return undefined;
  };

  const stepAt = (path: string): StepName | undefined => {
    for (let name = questionOf(path); name !== ''; name = name.replace(/\.?[^.]+$/, '')) {
      const found = stepOf(name);
      if (found) return found;
    }
    return undefined;
  };

  const show = (list: readonly Fault[]) => {
    faults = list;
    for (const place of panel.querySelectorAll<HTMLElement>('.fault')) place.textContent = '';
    for (const input of panel.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    for (const fault of list) {
      const field = fieldAt(fault.path);
      if (!field) continue;
      const place = document.getElementById(`${field.dataset.path}-fault`);
      const input = document.getElementById(field.dataset.path ?? '');
      place?.append(make('span', {}, faultText(fault, words)));
      // A button is not filled in, so it cannot be so wrongly.
      if (input && !(input instanceof HTMLButtonElement)) input.ariaInvalid = 'true';
    }
    for (const button of steps.querySelectorAll<HTMLElement>('button')) {
      const count = list.filter(({ path }) => stepAt(path) === button.dataset.step).length;
      button.querySelector('.remark')?.remove();
      if (count > 0) button.append(' ', make('span', { className: 'remark' }, words.stepFaults(count)));
    }
  };

  const lead = (path: string) => {
    const found = stepAt(path);
    if (found === undefined) return;
    if (found !== step) {
      step = found;
      draw();
    }
    const field = fieldAt(path);
    field?.closest('details')?.setAttribute('open', '');
    const input = document.getElementById(field?.dataset.path ?? 'step');
    input?.scrollIntoView({ block: 'center' });
    input?.focus({ preventScroll: true });
  };

  return { element, draw, show, lead };
}

/** A value as it is typed. */
function shownOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(shownOf).join('\n');
  if (typeof value === 'object' && value !== null) {
    const { from, to } = value as { from?: unknown; to?: unknown };
    return from === undefined && to === undefined ? '' : `${from}-${to}`;
  }
  return value === undefined || value === null ? '' : String(value);
}

/** What is typed as a deployment has it; undefined where nothing is. */
function answerOf({ kind }: Question, text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const number = (word: string) => (/^\d{1,9}$/.test(word) ? Number(word) : word);
  switch (kind) {
    case 'addresses':
      return trimmed === 'any' ? trimmed : trimmed.split(/[\s,;]+/).filter(Boolean);
    case 'numbers':
      return trimmed
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(number);
    case 'range': {
      const [from = '', to = from, ...rest] = trimmed.split(/\s*[-–]\s*/);
      return rest.length > 0 ? trimmed : { from: number(from), to: number(to) };
    }
    default:
      return trimmed;
  }
}

function linesOf(text: string): number {
  return Math.min(Math.max(text.split('\n').length, LINES.least), LINES.most);
}

/** What is wrong, in the page's language, with the value that is. */
export function faultText({ value, ...text }: Fault, words: BuilderWords): string {
  const said = typeof value === 'string' || typeof value === 'number' ? `“${value}” ` : '';
  return said + withLabels(text[lang], words);
}

/** What the form calls the question of a path, and the item of a list that it is asked for. */
export function labelOf(path: string, words: BuilderWords): string {
  const label = words.questions[questionOf(path)]?.label;
  if (label === undefined) return path;
  const [, list = '', place] = /^(.*?)\[(\d+)\]/.exec(path) ?? [];
  const item = words.questions[list]?.item;
  if (item === undefined) return label;
  const one = words.item(item, Number(place) + 1);
  return questionOf(path) === list ? one : `${label}, ${one}`;
}

/** A text with questions called as the form calls them, where it has their paths. */
export function withLabels(text: string, words: BuilderWords): string {
  return text.replace(/[a-z]\w*(?:\[\d*\])?(?:\.\w+(?:\[\d*\])?)*/gi, (path) => {
    // One word alone may be a word of the sentence.
    const isPath = /[.[A-Z]/.test(path) && words.questions[questionOf(path)] !== undefined;
    return isPath ? `“${labelOf(path, words)}”` : path;
  });
}
