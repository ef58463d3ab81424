import { readFileSync } from 'node:fs';
import { type DeploymentInput, examples, planOf } from '@lync/port-firewall';
import { describe, expect, it } from 'vitest';
import { type Answers, put } from '../../site/src/scripts/firewall/answers.ts';
import { fromFragment, toFragment } from '../../site/src/scripts/firewall/keep.ts';
import { everyQuestion, type Group, type Question, STEPS } from '../../site/src/scripts/firewall/questions.ts';
import { change } from '../../site/src/scripts/firewall/shelf.ts';
import { builderEnglish } from '../../site/src/scripts/words/builder-english.ts';
import { builderKorean } from '../../site/src/scripts/words/builder-korean.ts';

const asked: readonly Question[] = (Object.values(STEPS) as readonly (readonly Group[])[])
  .flat()
  .flatMap(({ questions }) => questions)
  .flatMap((question) => [question, ...(question.parts ?? [])]);

const start = (name: keyof typeof examples): Answers => structuredClone<Answers>(examples[name] as DeploymentInput);

/** The names of all that a JSON Schema lets a person say: what is no object that is only there to hold others. */
function namesIn(schema: Schema, name: string, all: Schema): string[] {
  const { $ref, properties, items, anyOf, ...rest } = schema;
  if ($ref !== undefined) return namesIn(all.$defs?.[$ref.split('/').at(-1) ?? ''] ?? rest, name, all);
  if (properties !== undefined && !('from' in properties)) {
    return Object.entries(properties).flatMap(([key, one]) => namesIn(one, name === '' ? key : `${name}.${key}`, all));
  }
  const held = items === undefined ? [] : namesIn(items, name, all);
  return [name, ...held.filter((one) => one !== name)];
}
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: unknown;
}

describe('the questions of the builder', () => {
  it('are all that a deployment has, and each has words in both languages', () => {
    const text = readFileSync(new URL('../../packages/firewall/schema.json', import.meta.url), 'utf8');
    const schema: Schema = JSON.parse(text);
    const names = namesIn(schema, '', schema).filter((name) => name !== '$schema');
    expect(asked.map(({ name }) => name).sort()).toEqual([...new Set(names)].sort());
    for (const { questions } of [builderEnglish, builderKorean]) {
      expect(Object.keys(questions).sort()).toEqual([...new Set(names)].sort());
      for (const { name, kind } of asked) {
        expect({ name, answers: questions[name]?.answers !== undefined }).toEqual({ name, answers: kind === 'choice' });
        expect({ name, item: questions[name]?.item !== undefined }).toEqual({ name, item: kind === 'list' });
      }
    }
  });

  it('reach every answer of every example', () => {
    const flat = (value: unknown): number =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.values(value).reduce<number>((sum, one) => sum + flat(one), 0)
        : Array.isArray(value) && typeof value[0] === 'object'
          ? value.reduce<number>((sum, one) => sum + flat(one), 0)
          : 1;
    for (const example of Object.values(examples)) {
      const answers = structuredClone<Answers>(example as DeploymentInput);
      for (const { question, path } of everyQuestion(structuredClone(answers))) {
        if (question.kind !== 'list') put(answers, path, undefined);
      }
      // What is left is lists of items without answers.
      expect(flat(answers)).toBe(0);
    }
  });
});

describe('an answer that others hang on', () => {
  it.each([
    ['the kind of the Edge', 'scaled-edge-dns-nat', ['edge', 'kind'], 'none'],
    ['NAT', 'scaled-edge-dns-nat', ['edge', 'nat'], undefined],
    ['the number of addresses', 'single-edge-public', ['edge', 'addresses'], 'one'],
    ['load balancing', 'scaled-edge-hlb', ['edge', 'balancing'], 'dns'],
    ['the product', 'scaled-edge-hlb', ['product'], 'cloud-connector-edition'],
  ] as const)('lays aside what is no longer asked, and brings it back: %s', (_, name, path, other) => {
    const answers = start(name);
    const [before, shelf] = [structuredClone(answers), new Map<string, unknown>()];
    const first = path.reduce<unknown>((value, key) => (value as Answers | undefined)?.[key], before);
    change(answers, shelf, () => put(answers, path, other));
    const { faults = [] } = planOf(answers) as { faults?: readonly { path: string }[] };
    // Without NAT the addresses of the servers are private, which a person must answer.
    expect(faults.filter(({ path: at }) => !/^edge\.servers\[\d\]\.(?:access|webConferencing|av)$/.test(at))).toEqual(
      [],
    );
    change(answers, shelf, () => put(answers, path, first));
    expect(answers).toEqual(before);
  });
});

describe('the address of the builder', () => {
  it('holds a deployment of any size and script', async () => {
    for (const name of ['Contoso 서울 "<b>"', 'x']) {
      const clients = Array.from({ length: 5000 }, (_, i) => `10.${i >> 8}.${i & 255}.0/24`);
      const answers = { ...start('no-edge'), name, networks: { clients } };
      const fragment = await toFragment(answers);
      expect(fragment).toMatch(/^deployment:[\w-]+$/);
      expect(await fromFragment(`#${fragment}`)).toEqual(answers);
    }
  });

  it.each([
    ['', null],
    ['#rules', null],
    ['#example:no-such', 'noDeployment'],
    ['#example:__proto__', 'noDeployment'],
    ['#deployment:%%%', 'noDeployment'],
    ['#deployment:AAAA', 'noDeployment'],
  ])('is no deployment: %j', async (fragment, expected) => {
    expect(await fromFragment(fragment)).toBe(expected);
  });

  it('is read no further than a deployment is long', async () => {
    expect(await fromFragment(await toFragment({ name: 'a'.repeat(5_000_000) }))).toBe('tooLarge');
  });
});
