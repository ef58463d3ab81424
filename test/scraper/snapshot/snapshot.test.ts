import { describe, expect, it } from 'vitest';
import { indexVocabulary } from '../../../scraper/src/vocabulary/vocabulary.ts';
import { ko } from '../../support/cells.ts';
import { takeDocument } from '../../support/take.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const HEAD = '---\nms.prod: skype-for-business-itpro\nms.contentlocale: ko-KR\n---\n# <a name="ports"></a>포트\n\n';
const PORTS = '|서버 역할|포트|프로토콜별|\n|---|---|---|\n|디렉터|443*|NET.TCP|\n';
const OTHER = '|이름|날짜|\n|---|---|\n|가|나|\n';

function take(body: string, head = HEAD, words = vocabulary) {
  const source = { path: 'a.md', relativePath: 'x/a.md', text: head + body, sha256: '0'.repeat(64), provenance: null };
  return takeDocument(source, words);
}

describe('a snapshot', () => {
  it('keeps the port tables of a document, and their numbers among all its tables', () => {
    const { snapshot } = take(`${OTHER}\n${PORTS}\n${OTHER}\n${PORTS}`);
    expect(snapshot?.tables.map(({ number }) => number)).toEqual([2, 4]);
  });

  it('corrects nothing', () => {
    const [table] = take(PORTS).snapshot?.tables ?? [];
    expect(table?.columns[2]).toEqual(ko('프로토콜별'));
    expect(table?.rows).toEqual([[ko('디렉터'), ko('443*'), ko('NET.TCP')]]);
  });

  it('keeps of the prose only what a cell points to', () => {
    const [table] = take(`${PORTS}\n\\* 각주\n\n† 산문\n\n산문`).snapshot?.tables ?? [];
    expect(table?.footnotes).toEqual([{ mark: '*', text: ko('각주') }]);
  });

  it('is described by path and hash where it has no provenance', () => {
    expect(take(PORTS).snapshot?.document).toMatchObject({
      id: 'skype-for-business-server-2015/ports',
      path: 'x/a.md',
      repository: null,
      branch: null,
      commit: null,
      sha256: '0'.repeat(64),
    });
  });
});

describe('a page for several products', () => {
  it('says so; the first names the document', () => {
    const recognise = [{ in: 'ms.prod', contains: 'skype-for-business', with: ['other-server'] }];
    const products = [{ id: 'a-server', name: { en: 'A Server', ko: 'A Server' }, named: ['A Server'], recognise }];
    const { snapshot } = take(PORTS, HEAD, indexVocabulary({ ...vocabulary.entries, products }));
    const { id, product, products: all } = snapshot?.document ?? {};
    expect({ id, product, all }).toEqual({
      id: 'a-server/ports',
      product: 'a-server',
      all: ['a-server', 'other-server'],
    });
  });
});

describe('a page of a product that the catalog does not cover', () => {
  const TEAMS = HEAD.replace('ms.prod: skype-for-business-itpro', 'ms.service: msteams');

  it.each([
    ['with a port table', `${OTHER}\n${PORTS}`, ['ports are in table 2']],
    ['with more than one', `${PORTS}\n${OTHER}\n|포트|\n|---|\n|443|\n`, ['ports are in tables 1, 3']],
    ['with none', OTHER, []],
  ])('%s is passed over, and says so', (_, body, what) => {
    const { snapshot, relevant, diagnostics } = take(body, TEAMS);
    expect([snapshot, relevant]).toEqual([null, false]);
    expect(diagnostics.map(({ severity, code, message }) => `${severity} ${code}: ${message}`)).toEqual(
      what.map((each) => `warning other-product: not read: the catalog does not cover Microsoft Teams; ${each}`),
    );
  });
});

describe('a document', () => {
  const said = (body: string, head?: string) => {
    const { diagnostics, relevant, snapshot } = take(body, head);
    return {
      said: diagnostics.map(({ severity, code, table }) => `${severity} ${code} ${table}`),
      relevant,
      taken: snapshot !== null,
    };
  };

  it.each<[fact: string, body: string, head: string, said: string[], relevant: boolean, taken: boolean]>([
    ['with a port table is one of ours', PORTS, HEAD, [], true, true],
    ['with another table beside it says so', `${OTHER}\n${PORTS}`, HEAD, ['note not-a-port-table 1'], true, true],
    ['without one is none of ours', OTHER, HEAD, ['note not-a-port-table 1', 'error no-port-table null'], false, false],
    [
      'with a table that names ports and little else is a warning',
      '|포트|\n|---|\n|443|\n',
      HEAD,
      ['warning doubtful-table 1', 'error no-port-table null'],
      false,
      false,
    ],
    [
      'with a table that looks like a port table is an error',
      '|서버 역할|포트|날씨|\n|---|---|---|\n',
      HEAD,
      ['error unknown-header 1', 'error no-port-table null'],
      true,
      false,
    ],
    [
      'with a port table but no front matter is an error',
      PORTS,
      '# 포트\n\n',
      ['error no-front-matter null'],
      true,
      false,
    ],
  ])('%s', (_, body, head, expected, relevant, taken) => {
    expect(said(body, head)).toEqual({ said: expected, relevant, taken });
  });
});
