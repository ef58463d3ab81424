import { type Fault, type Plan, planOf } from '@lync/port-firewall';
import { lang, make, press } from '../page.ts';
import type { BuilderWords } from '../words/builder-english.ts';
import { type Answers, at, itemsAt, pathIn, put } from './answers.ts';
import { diagramListOf, diagramOf } from './diagram.ts';
import { filesOf } from './files.ts';
import { faultText, formOf, labelOf, withLabels } from './form.ts';
import { fileLink, fromFile, fromFragment, toFragment } from './keep.ts';
import { firewallsOf, ruleListOf } from './rule-list.ts';
import { change } from './shelf.ts';
import { unusedOf } from './unused.ts';

/** How long a person pauses before the plan is made; some browsers let an address change a hundred times in half a minute. */
const PAUSE = 300;
const CLOUD = 'cloud-connector-edition';

/** The builder below `root`: questions beside the diagram, and the plan that the answers make below. */
export async function startBuilder(root: HTMLElement, words: BuilderWords): Promise<void> {
  const first = (): Answers => ({ product: 'skype-for-business-server-2015' });
  let answers = first();
  let dropFiles = () => {};
  const shelf = new Map<string, unknown>();
  const form = formOf({
    words,
    answers: () => answers,
    changed: (alter) => {
      change(answers, shelf, alter);
      addFirstServers();
      form.draw();
      refresh();
    },
    typed: (alter) => {
      alter();
      refreshSoon();
    },
  });
  const rules = ruleListOf(words);
  const said = make('p', { className: 'builder-said', role: 'status' });
  const status = make('span', { role: 'status' });
  const jumps = make(
    'span',
    { className: 'jumps' },
    ...(
      [
        [words.toFiles, 'files'],
        [words.toRules, 'rules'],
      ] as const
    ).map(([text, id]) => press(text, () => document.getElementById(id)?.scrollIntoView())),
  );
  const diagram = make('div', { className: 'diagram-box', tabIndex: 0, role: 'region', ariaLabel: words.diagram });
  const wrong = make('div', { className: 'wrong' });
  const result = make('div', { className: 'plan' });

  /** An Edge without servers is nothing that could be filled in. */
  const addFirstServers = () => {
    const kind = at(answers, ['edge', 'kind']);
    if (kind !== 'single' && kind !== 'scaled') return;
    if (itemsAt(answers, ['edge', 'servers']).length === 0) {
      put(answers, ['edge', 'servers'], kind === 'single' ? [{}] : [{}, {}]);
    }
  };

  const refresh = (): void => {
    clearTimeout(waiting);
    const outcome = planOf(answers);
    jumps.hidden = !('plan' in outcome) || outcome.plan.rules.length === 0;
    const faults = 'faults' in outcome ? outcome.faults : [];
    form.show(faults);
    showFaults(faults);
    dropFiles();
    if ('plan' in outcome) showPlan(outcome.plan);
    else {
      status.textContent = words.faults(faults.length);
      result.replaceChildren(make('p', {}, words.noFiles));
    }
    kept = kept.then(keep, keep);
  };

  const showFaults = (faults: readonly Fault[]) => {
    wrong.replaceChildren(
      make(
        'ul',
        {},
        ...faults.map((fault) =>
          make(
            'li',
            {},
            press(labelOf(fault.path, words), () => form.lead(fault.path)),
            ' ',
            faultText(fault, words),
            ...dropOf(fault),
          ),
        ),
      ),
    );
    wrong.hidden = faults.length === 0;
  };

  /** No field has what a file says under a name that is no question's: it can only be dropped. */
  const dropOf = ({ code, path: text }: Fault) => {
    const path = code === 'unknown' ? pathIn(answers, text) : null;
    if (path === null) return [];
    const drop = () => {
      put(answers, path, undefined);
      form.draw();
      refresh();
      (wrong.querySelector('button') ?? document.getElementById('step'))?.focus();
    };
    return [' ', press(words.remove(text), drop)];
  };

  const showPlan = (plan: Plan) => {
    const drawing = diagramOf(plan);
    diagram.replaceChildren(
      ...(drawing === null
        ? [make('p', { className: 'remark' }, words.noDiagram)]
        : [drawing, diagramListOf(plan, words)]),
    );
    if (plan.rules.length === 0) {
      status.textContent = words.noRules;
      result.replaceChildren();
      return;
    }
    status.textContent = words.found(plan.rules.length, firewallsOf(plan.rules).length);
    rules.show(plan);
    const files = filesOf(plan, words, result);
    dropFiles = files.drop;
    result.replaceChildren(
      ...(plan.notes.length === 0
        ? []
        : [
            make('h2', { id: 'decide' }, words.decide),
            make('ul', {}, ...plan.notes.map((note) => make('li', {}, withLabels(note[lang], words)))),
          ]),
      make('h2', { id: 'files' }, words.files),
      files.element,
      make('h2', { id: 'rules' }, words.rules),
      rules.element,
      unusedOf(plan, words),
    );
  };

  /** The address says what the page shows, and the link to the other language leads to the same. */
  let shown = JSON.stringify(first());
  const keep = async () => {
    const text = JSON.stringify(answers);
    if (text !== shown) {
      const fragment = text === JSON.stringify(first()) ? '' : `#${await toFragment(answers)}`;
      shown = text;
      history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment}`);
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language')) link.hash = location.hash;
  };
  let kept: Promise<void> = Promise.resolve();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, PAUSE);
  };

  const take = (next: Answers) => {
    answers = next;
    shelf.clear();
    form.draw();
    refresh();
  };

  /** Where the answers that are there would be lost, the browser's way back leads to them. */
  const takeAnew = async (next: Answers) => {
    await kept;
    history.pushState(null, '');
    take(next);
  };

  /** An example may be of any product that is installed: the one that is chosen stays. */
  const withProduct = (example: Answers): Answers => {
    const { product } = answers;
    return product === CLOUD || example.product === CLOUD ? example : { ...example, product };
  };

  const readAddress = async () => {
    await kept;
    const found = await fromFragment(location.hash);
    said.textContent = '';
    if (typeof found === 'string')
      said.textContent = found === 'tooLarge' ? words.notReadFile(words.tooLarge) : words.notReadAddress;
    else if (found !== null) {
      // An example stays called by its name in the address until it is changed.
      shown = JSON.stringify(found);
      take(location.hash.startsWith('#example') ? withProduct(found) : found);
    } else if (location.hash === '' && shown !== JSON.stringify(first())) {
      shown = JSON.stringify(first());
      take(first());
    } else if (location.hash !== '') {
      // A link within the page has taken the deployment's place.
      shown = '';
      kept = kept.then(keep, keep);
    }
  };

  const save = press(words.save, () => {
    const link = fileLink('deployment.json', `${JSON.stringify(answers, null, 2)}\n`);
    make('a', { href: link, download: 'deployment.json' }).click();
    setTimeout(() => URL.revokeObjectURL(link), 60_000);
  });
  const chooser = make('input', { type: 'file', accept: '.json,.yaml,.yml', hidden: true, ariaLabel: words.load });
  chooser.addEventListener('change', async () => {
    const [file] = chooser.files ?? [];
    chooser.value = '';
    if (file === undefined) return;
    const found = await fromFile(file).catch(() => 'noDeployment' as const);
    if (typeof found === 'string') said.textContent = words.notReadFile(words[found]);
    else {
      await takeAnew(found);
      said.textContent = words.loaded(file.name);
    }
  });
  const tools = make(
    'div',
    { className: 'builder-tools' },
    ...[save, press(words.load, () => chooser.click()), press(words.startAnew, () => void takeAnew(first()))].map(
      (button) => Object.assign(button, { className: 'push' }),
    ),
    chooser,
  );

  root.replaceChildren(
    make('p', { className: 'remark' }, words.keptHere),
    tools,
    said,
    make('div', { className: 'builder-status' }, status, ' ', jumps),
    make(
      'div',
      { className: 'builder-body' },
      form.element,
      make('div', { className: 'builder-side' }, wrong, diagram),
    ),
    result,
  );
  addEventListener('hashchange', () => void readAddress());
  form.draw();
  refresh();
  await readAddress();
}
