import { describe, expect, it } from 'vitest';
import { searchable, typed } from '../../packages/catalog/src/match.ts';
import { readCaption } from '../../scraper/src/interpret/caption.ts';
import { withdrawClosed } from '../../scraper/src/interpret/closing.ts';
import { readHeaders } from '../../scraper/src/interpret/columns.ts';
import { readComposite, readRoleAndProtocol } from '../../scraper/src/interpret/composite.ts';
import { beginRow } from '../../scraper/src/interpret/draft.ts';
import { readEnds } from '../../scraper/src/interpret/endpoints.ts';
import { readFootnotes, takeMarks } from '../../scraper/src/interpret/footnotes.ts';
import * as grammars from '../../scraper/src/interpret/grammars.ts';
import { readNamedPorts } from '../../scraper/src/interpret/named-ports.ts';
import { evidenceOfPorts, looksLikePorts } from '../../scraper/src/interpret/port-evidence.ts';
import { readPorts } from '../../scraper/src/interpret/ports.ts';
import { readProtocols } from '../../scraper/src/interpret/protocols.ts';
import { readCell } from '../../scraper/src/interpret/reading.ts';
import {
  directionToOpen,
  limitReleases,
  readUser,
  remarksIn,
  saysOptional,
} from '../../scraper/src/interpret/remarks.ts';
import { readPortSentence } from '../../scraper/src/interpret/sentence.ts';
import { oddIn, shownOf } from '../../scraper/src/interpret/shown.ts';
import { mayTell } from '../../scraper/src/interpret/unknown-columns.ts';
import { alignWords } from '../../scraper/src/learn/align.ts';
import { slug } from '../../scraper/src/model/id.ts';
import { splitFrontMatter } from '../../scraper/src/parse/front-matter.ts';
import { mayHoldTable } from '../../scraper/src/parse/has-table.ts';
import { keepTablesTogether } from '../../scraper/src/parse/html-table.ts';
import { languageOfPage, saysItsLanguage } from '../../scraper/src/parse/language.ts';
import { cellsOf } from '../../scraper/src/parse/pipe-table.ts';
import { endsWithItsBlock, endsWithItsCell, standsForItself } from '../../scraper/src/parse/raw-html.ts';
import { readPageOrSay } from '../../scraper/src/parse/read-or-say.ts';
import { DOMAINS, type Domain } from '../../scraper/src/vocabulary/domains.ts';
import { compact, nameKey, spaced } from '../../scraper/src/vocabulary/text.ts';
import { growthOf } from '../support/growth.ts';
import { vocabulary } from '../support/vocabulary.ts';

const context = {
  vocabulary,
  locale: 'en-US',
  footnotes: [],
  caption: { client: false, closes: false, unclear: null, nearest: '', firewall: null, interface: null, unread: null },
  kind: 'flow' as const,
  about: null,
  products: ['lync-server-2013', 'skype-for-business-server-2015'],
};
const english = (en: string) => [{ text: null, en }];
const local = (text: string) => [{ text, en: null }];
const table = { number: 1, headings: [], caption: [], columns: [], rows: [], footnotes: [] };
const NUMBERS = ['443', '1,000-2,000', ', ', '1/', 'TCP ', '443/TCP ', '(', ' ', 'and ', 'any '];
const MORE_NUMBERS = ['5 ', 'TCP,', ')', 'optional ', '–', '\n', ';', 'to ', '1.000', 'SIP '];
const ENDS = ['the ', '(if ', 'any ', 'or ', ', ', 'Edge Server ', ')', 'IP ', 'private ', '\n• '];
const MORE_ENDS = ['of ', 'pool ', 'address ', 'interface ', 'running ', 'can be ', 'Any (', ': ', 'a', ' '];
const PROTOCOLS = ['TCP,', 'SIP ', '(', '(S)', ')', 'HTTP(s)', ' - ', 'over ', '\n', '/'];
const REMARKS = [
  'not supported in ',
  'ports ',
  '443, ',
  'must be ',
  'closed ',
  'Lync Server ',
  '2013, ',
  'and ',
  'only ',
  '. ',
];
const MORE_REMARKS = [
  'optional ',
  'open inbound ',
  'used by ',
  'application ',
  'for ',
  'Ab ',
  'the ',
  'is ',
  '\n',
  'a',
];
const CAPTIONS = [
  'ports ',
  'client ',
  'external ',
  'edge ',
  'interface ',
  'firewall ',
  'numbers ',
  'that ',
  'for ',
  'a ',
];
const KOREAN = ['에지 서버', '에 ', '(', ')', '\n', 'TCP', '이사', '를 실행하는 ', '풀', '.'];
const MARKUP = ['<table', '<td>', '<', '`', '\\', '<!--', '-->', '|', '~~', ' '];
const MORE_MARKUP = ['<!', '<span a="b">', '-', '> ', '\n', ':', '---\n', '<b>', '"', '# '];
const YAML = ['a: b\n', '- ', '[', '"', '&a ', '*a ', '? ', '  ', '#', '---\n'];
const MARKS = ['*', '\\*', '¹', ' ', '(', '(x)', ')', '~~', ', ', 'a'];

/** Grammars that read as another does. */
const TWINS: ReadonlySet<string> = new Set(['SOURCE_PORTS', 'NODE_PORTS', 'DESTINATION']);

const both = (tokens: readonly string[], more: readonly string[]) => [
  tokens,
  more,
  [...tokens.slice(0, 5), ...more.slice(0, 5)],
];

/** What reads the texts of pages, and what each of them looks for. */
const READERS: readonly [what: string, read: (text: string) => unknown, tokens: readonly (readonly string[])[]][] = [
  ['ports', readPorts, both(NUMBERS, MORE_NUMBERS)],
  ['composites', (text) => readComposite(text, vocabulary), both(NUMBERS, MORE_NUMBERS)],
  ['roles and protocols', (text) => readRoleAndProtocol(text, vocabulary), [PROTOCOLS]],
  ['protocols', (text) => readProtocols(text, vocabulary), [PROTOCOLS]],
  ['ends of flows', (text) => readEnds(text, vocabulary), both(ENDS, MORE_ENDS)],
  ['names with ports', readNamedPorts, [NUMBERS]],
  ['sentences on ports', (text) => readPortSentence(`Inbound TCP port ${text}`), [NUMBERS]],
  ...Object.entries(grammars).flatMap(([name, grammar]): (typeof READERS)[number][] =>
    typeof grammar === 'function' || TWINS.has(name)
      ? []
      : [[`the grammar ${name}`, (text) => grammar.read(text, { vocabulary }), [NUMBERS, ENDS]]],
  ),
  [
    'directions',
    (text) => grammars.DIRECTION.read(`Inbound ${text}`, { vocabulary }),
    [['to ', 'the ', '(', ')', ' ', 'a']],
  ],
  ['directions of rules', grammars.directionOfRule, [['inbound', ' ', 'a']]],
  ['marks of footnotes', (text) => takeMarks(english(text), [{ mark: '*' }]), [MARKS]],
  [
    'footnotes',
    (text) => readFootnotes([{ mark: '*', text: english(text) }], 'en-US', vocabulary),
    [['can ', 'not ', 'be ', 'configur', ' ']],
  ],
  ['what is struck out', (text) => shownOf(english(`~~${text}`)), [MARKS]],
  ['what looks otherwise', (text) => oddIn(english(`⟦hidden⟧${text}`)), [MARKS, ['⟦', '⟧', '/hidden', 'a']]],
  ['remarks on options', saysOptional, both(REMARKS, MORE_REMARKS)],
  [
    'remarks on closing',
    (text) => withdrawClosed(beginRow(context), text),
    [...both(REMARKS, MORE_REMARKS), ['443-', '1,', ')', '"', ' ', '[', 'note ', 'all ', 'block ']],
  ],
  ['remarks on opening', directionToOpen, [MORE_REMARKS]],
  ['remarks on users', (text) => readUser(beginRow(context), `Used by ${text}`), [MORE_REMARKS]],
  ['remarks on releases', (text) => limitReleases(beginRow(context), text), both(REMARKS, MORE_REMARKS)],
  [
    'cells under unknown headers',
    (text) => mayTell([english(text)], [{ header: '', field: null }], vocabulary),
    both(ENDS, MORE_REMARKS),
  ],
  ['remarks in Korean', (text) => remarksIn(text, vocabulary), [KOREAN]],
  [
    'captions',
    (text) => readCaption({ ...table, caption: english(text) }, 'en-US', vocabulary),
    both(CAPTIONS, REMARKS),
  ],
  [
    'headers',
    (text) => readHeaders([english(text)], vocabulary, [[english(text)]]),
    [['Port ', '(', 's', ' ', 'Count', 'Start', '-']],
  ],
  [
    'signs of ports',
    (text) => evidenceOfPorts({ columns: [], rows: [[english(text)]] }, vocabulary, true),
    both(NUMBERS, MORE_NUMBERS),
  ],
  ['likeness to ports', (text) => looksLikePorts({ columns: [], rows: [[english(text)]] }, vocabulary), [NUMBERS]],
  ...(Object.keys(DOMAINS) as Domain[]).map((domain): (typeof READERS)[number] => [
    `the vocabulary of ${domain}`,
    (text) => readCell(local(text), domain, vocabulary),
    [KOREAN],
  ]),
  ['keys of texts', compact, [KOREAN, MARKS]],
  ['keys of names', nameKey, [['(s)', '-', ' ', 's ', 'server ', 'a']]],
  ['white space', spaced, [[' ', '\n', '\t', 'a']]],
  ['ids', slug, [['a', '-', ' ', '.', '/']]],
  ['words of cells', (text) => alignWords(text, text, (word) => word === 'TCP'), [['TCP ', '/', '(', 'a ', ' ']]],
  ['signs of tables', mayHoldTable, [MARKUP, MORE_MARKUP]],
  ['cells of pipe tables', cellsOf, [MARKUP]],
  ['blank lines in tables', keepTablesTogether, [MARKUP, MORE_MARKUP]],
  ['raw HTML', standsForItself, both(MARKUP, MORE_MARKUP)],
  ['raw HTML in a block', endsWithItsBlock, both(MARKUP, MORE_MARKUP)],
  ['raw HTML in a cell', endsWithItsCell, [MARKUP]],
  ['languages', (text) => languageOfPage(null, null, text), [MORE_MARKUP]],
  ['what pages say of their language', saysItsLanguage, [['---\n', 'ms.contentlocale:', ' ', '\n', 'a']]],
  ['front matter', (text) => splitFrontMatter(`---\n${text}\n---\n`), [YAML]],
  ['pages', (text) => readPageOrSay(`|Port|\n|---|\n|${text}|\n`), [MARKUP]],
  ['pages of HTML', (text) => readPageOrSay(`<table><tr><td>\n${text}`), [MORE_MARKUP]],
  ['queries', (text) => typed(searchable(text)), [KOREAN, NUMBERS]],
];

describe('the time that a text takes grows no faster than the text', () => {
  it.each(READERS)(
    '%s',
    (_, read, tokens) => {
      expect(tokens.flatMap((each) => growthOf(read, each))).toEqual([]);
    },
    60_000,
  );

  it('is measured: what is quadratic or worse is found', () => {
    expect(growthOf((text) => /\s*,$/.exec(text), [' ', 'a'])).not.toEqual([]);
    expect(growthOf((text) => /^(?:a|aa)+$/.exec(text), ['a', 'b'])).not.toEqual([]);
  }, 60_000);
});
