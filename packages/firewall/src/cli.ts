#!/usr/bin/env node
/** `npx @lync/port-firewall`: see HELP. Exit status 0: done, 1: faults or nothing found, 2: wrong usage. */
import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from './cli/explain.ts';
import { Failure, type Made, readDeployment, readPlan, writeAll } from './cli/files.ts';
import { ask, exampleText } from './cli/init.ts';
import { printDifference, printPlan } from './cli/print.ts';
import { differenceOf } from './difference.ts';
import { examples, type Language, outputs, PRODUCTS, version } from './index.ts';

const NAMES = ['xlsx', ...Object.keys(outputs)];

const HELP = `From a deployment of Lync Server 2013 or Skype for Business Server to the rules of each firewall.

Usage
  port-firewall init [file]                     asks, and writes a deployment (deployment.yaml)
  port-firewall check <deployment>              says what is wrong with it
  port-firewall plan <deployment>               prints the rules of each firewall
  port-firewall write <deployment> --to <list>  writes files: ${NAMES.join(', ')}, or all
  port-firewall explain <code> <deployment>     the published rows behind a rule
  port-firewall diff <old> <new>                what to open and what to close

Options
  --example <name>   init: ${Object.keys(examples).join(', ')}
  --product <name>   init: ${PRODUCTS.join(', ')}
  --out <folder>     write: where to (rules)
  --unused           plan: with the rows that are not used, and why
  --force            init: write over a file
  --json             plan, check, explain, diff: print JSON
  --lang <en|ko>     language of texts (en)
  --version
  --help

A deployment is YAML or JSON; its schema is @lync/port-firewall/schema.json. explain takes deployment.yaml by itself.

Examples
  port-firewall init --example scaled-edge-hlb
  port-firewall plan deployment.yaml
  port-firewall write deployment.yaml --to xlsx,asa,probes
`;

const DONE = 0;
const FAILED = 1;
const USAGE = 2;

class WrongUsage extends Error {}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    if (values.help) return print(HELP);
    if (values.version) return print(`${version}\n`);
    const language = values.lang;
    if (language !== 'en' && language !== 'ko') throw new WrongUsage(`no language ${language}`);
    return await run(positionals, { ...values, lang: language });
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message}\n\n${HELP}`);
      return USAGE;
    }
    if (error instanceof Failure) {
      process.stderr.write(`${error.message}\n`);
      return FAILED;
    }
    throw error;
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        example: { type: 'string' },
        product: { type: 'string' },
        to: { type: 'string' },
        out: { type: 'string', default: 'rules' },
        unused: { type: 'boolean', default: false },
        force: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
        help: { type: 'boolean', default: false },
        version: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

type Options = ReturnType<typeof parse>['values'] & { lang: Language };

async function run([command, ...rest]: readonly string[], options: Options): Promise<number> {
  const { lang, json } = options;
  switch (command) {
    case 'init': {
      const [file = 'deployment.yaml'] = exactly(rest, 0, 1);
      if (!options.force && existsSync(file)) throw new Failure(`${file} is there already; --force writes over it`);
      const text = options.example
        ? exampleText(exampleOf(options.example), productOf(options.product))
        : await ask(lang);
      writeAll(dirname(file), [{ name: basename(file), text }]);
      return print(`${file}\n`);
    }
    case 'check': {
      const [file] = exactly(rest, 1);
      const result = readDeployment(file);
      const faults = 'faults' in result ? result.faults : [];
      if (json) print(`${JSON.stringify({ faults }, null, 2)}\n`);
      else if (faults.length > 0) throw Failure.of(file, faults, lang);
      return faults.length > 0 ? FAILED : DONE;
    }
    case 'plan': {
      const [file] = exactly(rest, 1);
      const plan = readPlan(file, lang);
      return print(json ? `${JSON.stringify(plan, null, 2)}\n` : printPlan(plan, lang, options.unused));
    }
    case 'write': {
      const [file] = exactly(rest, 1);
      const names = namesOf(options.to);
      const plan = readPlan(file, lang);
      const { xlsx } = names.includes('xlsx') ? await import('./outputs/xlsx.ts') : { xlsx: () => [] };
      const files = names.flatMap((name): Made[] =>
        name === 'xlsx' ? xlsx(plan, lang) : outputs[name as keyof typeof outputs](plan, lang),
      );
      writeAll(options.out, files);
      return print(files.map(({ name }) => `${options.out}/${name}\n`).join(''));
    }
    case 'explain': {
      const [code, file = 'deployment.yaml'] = exactly(rest, 1, 2);
      const text = explain(code, readPlan(file, lang), lang, json);
      if (text === undefined) throw new Failure(`${code}: ${lang === 'ko' ? '그런 코드가 없습니다' : 'no such code'}`);
      return print(text);
    }
    case 'diff': {
      const [before, after] = exactly(rest, 2);
      const difference = differenceOf(readPlan(before, lang), readPlan(after, lang));
      return print(json ? `${JSON.stringify(difference, null, 2)}\n` : printDifference(difference, lang));
    }
    default:
      throw new WrongUsage(command === undefined ? 'a command is needed' : `no command ${command}`);
  }
}

/** The arguments, where they are as many as a command takes; those that may be left out are undefined. */
function exactly<Least extends number>(rest: readonly string[], least: Least, most: number = least): Arguments<Least> {
  if (rest.length >= least && rest.length <= most) return rest as readonly string[] as Arguments<Least>;
  throw new WrongUsage(least === most ? `${least} arguments are needed` : `${least} to ${most} arguments are needed`);
}

type Arguments<Least extends number> = Least extends 2
  ? readonly [string, string]
  : Least extends 1
    ? readonly [string, string?]
    : readonly [string?];

function exampleOf(name: string): keyof typeof examples {
  if (Object.hasOwn(examples, name)) return name as keyof typeof examples;
  throw new WrongUsage(`no example ${name}`);
}

function productOf(name: string | undefined): (typeof PRODUCTS)[number] | undefined {
  const product = PRODUCTS.find((one) => one === name);
  if (name !== undefined && !product) throw new WrongUsage(`no product ${name}`);
  return product;
}

function namesOf(list: string | undefined): string[] {
  if (list === 'all') return NAMES;
  const names = (list ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) throw new WrongUsage('--to is needed');
  const unknown = names.find((name) => !NAMES.includes(name));
  if (unknown) throw new WrongUsage(`no output ${unknown}`);
  return [...new Set(names)];
}

function print(text: string): number {
  process.stdout.write(text);
  return DONE;
}
