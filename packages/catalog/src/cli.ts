#!/usr/bin/env node
/** `npx @lync/port-catalog 5061`: see HELP. Exit status 0 where something was found, 1 where nothing, 2 for wrong usage. */
import { parseArgs } from 'node:util';
import { plain } from './cli/plain.ts';
import { type Look, paint, printCoverage, printRule, printRules } from './cli/print.ts';
import { words } from './cli/words.ts';
import {
  between,
  byId,
  type Language,
  nearest,
  type Pair,
  type PortRule,
  pairIn,
  portsFor,
  type RoleId,
  roleIn,
  roles,
  type SearchResult,
  search,
  version,
} from './index.ts';

const HELP = `The network ports of Lync Server 2013 and Skype for Business Server.

Usage
  port-catalog <port>          what uses a port, and what covers it
  port-catalog search <text>   rules by name, text, protocol or port, in English or Korean
  port-catalog between <a> <b> rules by which one role reaches another, by name, id or abbreviation
  port-catalog show <id>       everything about a rule, and where it comes from

Options
  --json           print JSON
  --lang <en|ko>   language of names and texts (en)
  --version
  --help

Examples
  port-catalog 5061
  port-catalog search edge udp
  port-catalog search 에지서버 --lang ko
  port-catalog between client front-end
  port-catalog show lync-server-2013/internal-servers/director-front-end-service-5061-tcp --json
`;

const FOUND = 0;
const NOTHING = 1;
const USAGE = 2;

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        lang: { type: 'string', default: 'en' },
        version: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return print([HELP]);
    if (values.version === true) return print([version]);
    if (values.lang !== 'en' && values.lang !== 'ko') return misused(`--lang is en or ko, not ${values.lang}`);
    const look = { language: values.lang as Language, colours: hasColours() };
    const [command, ...rest] = positionals;
    if (command === undefined) return complain(HELP);
    if (command === 'search') return await searchFor(rest.join(' '), values.json === true, look);
    if (command === 'between') return betweenThese(rest, values.json === true, look);
    if (command === 'show') return await show(rest, values.json === true, look);
    if (rest.length > 0) return misused(`one port at a time, or: port-catalog search ${positionals.join(' ')}`);
    return await lookUp(command, values.json === true, look);
  } catch (error) {
    return misused((error as Error).message);
  }
}

async function lookUp(text: string, json: boolean, look: Look): Promise<number> {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(port)) return misused(`a port is a number; for words: port-catalog search ${text}`);
  if (port < 1 || port > 65535) return misused(`a port is a number from 1 to 65535, not ${text}`);
  const { named, covering, any, exemptions } = portsFor(port);
  const found = named.length + covering.length > 0 ? FOUND : NOTHING;
  if (json) return print([toJson({ port, named, covering, any, exemptions })], found);
  const say = words[look.language];
  return print(
    [
      ...(found === NOTHING ? [say.neither(port), ''] : []),
      ...printPart(say.named(named.length, port), named, look),
      ...printPart(say.covering(covering.length, port), covering, look),
      ...(any.length === 0 ? [] : [paint(say.any(any.length), 'dim', look)]),
      ...(exemptions.length === 0 ? [] : [paint(say.exemptions(exemptions.length), 'dim', look)]),
      ...(named.length === 0 ? await elsewhere(text, look, false) : []),
    ],
    found,
  );
}

async function searchFor(text: string, json: boolean, look: Look): Promise<number> {
  if (text.trim() === '') return misused('search for what?');
  const pair = pairIn(text);
  if (pair !== null && !json) return printPair(pair, json, look);
  // What a program reads is a list of rules and how they match, whatever was asked.
  const results = pair === null ? search(text) : between(pair.source, pair.destination).named.map(matching);
  const found = results.length === 0 ? NOTHING : FOUND;
  if (json) return print([toJson(results)], found);
  const say = words[look.language];
  if (found === NOTHING) {
    const others = [...nearestTo(text, look), ...(await elsewhere(text, look, false))];
    return print([plain(say.nothing(text)), ...others], found);
  }
  const rules = results.filter(({ match }) => match !== 'range').map(({ rule }) => rule);
  const byRange = results.filter(({ match }) => match === 'range').map(({ rule }) => rule);
  return print([
    ...printPart(say.found(rules.length, text), rules, look),
    ...printPart(say.byRange(byRange.length, text), byRange, look),
    // A port that only begins with what was typed is no answer.
    ...(await elsewhere(
      text,
      look,
      results.some(({ match }) => match !== 'range' && match !== 'digits'),
    )),
  ]);
}

function matching(rule: PortRule): SearchResult {
  return { rule, match: 'word' };
}

function nearestTo(text: string, { language }: Look): string[] {
  const near = nearest(text);
  return near.length === 0 ? [] : [words[language].nearest(near)];
}

/** `client front-end`, `"front end" edge`, or the words of a question: `client to front end`. */
function betweenThese(names: readonly string[], json: boolean, look: Look): number {
  const asked = pairIn(names.join(' '));
  if (asked !== null) return printPair(asked, json, look);
  const [first, second, ...rest] = names;
  if (first === undefined || second === undefined || rest.length > 0) return misused('between which two roles?');
  const [source, destination] = [roleIn(first), roleIn(second)];
  if (source.role === null) return unknownRole(first, source.nearest, look);
  if (destination.role === null) return unknownRole(second, destination.nearest, look);
  return printPair({ source: source.role, destination: destination.role }, json, look);
}

function unknownRole(name: string, near: readonly RoleId[], { language }: Look): number {
  const nearest = near.length === 0 ? '' : `${words[language].nearest(near)}\n`;
  return complain(`port-catalog: ${words[language].noRole(name)}\n${nearest}`);
}

function printPair({ source, destination }: Pair<RoleId>, json: boolean, look: Look): number {
  const { by, any } = between(source, destination);
  const back = between(destination, source).named.length;
  const found = by.flow.length + by.document.length + by.project.length > 0 ? FOUND : NOTHING;
  if (json) return print([toJson({ source, destination, by, any })], found);
  const say = words[look.language];
  const name = (id: RoleId) => roles.find((role) => role.id === id)?.name[look.language] ?? id;
  const [from, to] = [name(source), name(destination)];
  return print(
    [
      ...(found === NOTHING ? [say.noneBetween(from, to), ''] : []),
      ...(['flow', 'document', 'project'] as const).flatMap((basis) =>
        printPart(say.between[basis](by[basis].length, from, to), by[basis], look),
      ),
      // They are beside the point where others answer, and the answer where none does.
      ...(found === NOTHING
        ? printPart(say.forAnybody(any.length), any, look)
        : any.length === 0
          ? []
          : [paint(say.forAnybody(any.length), 'dim', look)]),
      ...(back === 0 ? [] : [paint(say.otherWay(back, to, from), 'dim', look)]),
    ],
    found,
  );
}

/** What is known to be in no table, and where to look; where rules are found, only topics of that name. */
async function elsewhere(text: string, look: Look, isFound: boolean): Promise<string[]> {
  const { searchCoverage } = await import('./coverage.ts');
  const told = searchCoverage(text).filter(({ match, coverage: { state } }) =>
    isFound ? match === 'word' && state === 'absent' : match !== 'digits',
  );
  const found = told.map(({ coverage }) => coverage);
  return found.length === 0 ? [] : ['', ...printCoverage(found, look)];
}

async function show([id, ...rest]: string[], json: boolean, look: Look): Promise<number> {
  if (id === undefined || rest.length > 0) return misused('show one id');
  const rule = byId(id);
  if (rule === undefined) return print([json ? 'null' : plain(words[look.language].nothing(id))], NOTHING);
  const { evidenceFor } = await import('./evidence.ts');
  const evidence = evidenceFor(rule.id);
  return print(json ? [toJson({ ...rule, evidence })] : printRule(rule, evidence, look));
}

function printPart(heading: string, rules: readonly PortRule[], look: Look): string[] {
  return rules.length === 0 ? [] : [paint(heading, 'bold', look), ...printRules(rules, look), ''];
}

function print(lines: readonly string[], code = FOUND): number {
  process.stdout.write(`${lines.join('\n').trimEnd()}\n`);
  return code;
}

function misused(message: string): number {
  return complain(`port-catalog: ${message}\nTry port-catalog --help\n`);
}

function complain(message: string): number {
  process.stderr.write(plain(message));
  return USAGE;
}

function toJson(value: unknown): string {
  return plain(JSON.stringify(value, null, 2));
}

/** Colours on a terminal only, and not where the person has said no (https://no-color.org). */
function hasColours(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
