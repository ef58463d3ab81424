import { describe, expect, it } from 'vitest';
import { readFact } from '../../../scraper/src/interpret/fact.ts';
import {
  COMPOSITE,
  DESTINATION,
  DIRECTION,
  HOSTS,
  NOTE,
  PORTS,
  PROTOCOLS,
  ROLE,
  SERVICE,
} from '../../../scraper/src/interpret/grammars.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { both, en, ko } from '../../support/cells.ts';
import { cellOf } from '../../support/pages.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const GRAMMARS = { COMPOSITE, DESTINATION, DIRECTION, HOSTS, NOTE, PORTS, PROTOCOLS, ROLE, SERVICE };

function read(cell: Cell, by: keyof typeof GRAMMARS) {
  const { value, problem, corrections } = readFact<unknown>(cell, GRAMMARS[by], { vocabulary });
  return { isRead: value !== null, code: problem?.code, corrections: corrections.length };
}

const sentence = (text: string, english: string) =>
  `<span data-ttu-id="1">${text}</span><span class="sxs-lookup"><span data-stu-id="1">${english}</span></span>`;

describe('a cell is not read in which one language may have lost what the other has:', () => {
  it.each<[by: keyof typeof GRAMMARS, local: string, english: string]>([
    ['PORTS', '444 및 5061', '444'],
    ['PORTS', '444, 5061', '444'],
    ['PORTS', '444 5061', '444'],
    ['PORTS', '50000-50019', '50000'],
    ['PORTS', '정체불명 444', '443'],
    ['PORTS', '49152', '491、52'],
    ['PORTS', '４９１５２', '491、52'],
    ['PORTS', '50, 61', '5061'],
    ['PORTS', '정체불명', '443'],
    ['PORTS', '４４４ 5061', '444'],
    ['PORTS', 'TCP 444, UDP 3478', 'TCP 444'],
    ['PROTOCOLS', 'TCP, UDP', 'TCP'],
    ['PROTOCOLS', 'TCP 정체불명 UDP', 'TCP'],
    ['COMPOSITE', '액세스/SIP/TCP/5061-5062', 'Access/SIP/TCP/5061'],
    ['ROLE', '프런트 엔드 서버 디렉터', 'Front End Server'],
    ['ROLE', '디렉터 정체불명', 'Front End Server'],
    ['DESTINATION', '프런트 엔드 서버, 디렉터', 'Front End Server'],
    ['DESTINATION', '정체불명의 프런트 엔드 서버 및 에지 서버', 'Front End Servers of the site'],
  ])('%s: "%s" beside "%s"', (by, local, english) => {
    const { isRead, code } = read(both([local, english]), by);
    expect(isRead).toBe(false);
    if (by !== 'DESTINATION' || code !== 'unknown-endpoint') expect(code).toBe('languages-disagree');
  });

  it('a line without English beside it', () => {
    const port = cellOf(`${sentence('443', '443')}<br/><span data-ttu-id="2">5061</span>`);
    const role = cellOf(`${sentence('디렉터', 'Director')}<br/><span data-ttu-id="2">에지 서버</span>`);
    expect([read(port, 'PORTS').code, read(role, 'ROLE').code]).toEqual(['languages-disagree', 'languages-disagree']);
  });
});

describe('the English decides, with a warning and a correction, where the other language is understood:', () => {
  it.each<[by: keyof typeof GRAMMARS, local: string, english: string]>([
    ['PORTS', '443', '444'],
    ['PORTS', '443', '443, 444'],
    ['PORTS', '443, 445', '443-445'],
    ['DIRECTION', '인바운드', 'Outbound'],
    ['PROTOCOLS', 'UDP', 'TCP'],
    ['COMPOSITE', '액세스/SIP/TCP/5061', 'Access/SIP/TCP/5062'],
    ['ROLE', '에지 서버', 'Director'],
    ['DESTINATION', '에지 서버', 'Director'],
  ])('%s: "%s" beside "%s"', (by, local, english) => {
    expect(read(both([local, english]), by)).toEqual({ isRead: true, code: 'languages-disagree', corrections: 1 });
  });
});

describe('nothing is reported of a cell', () => {
  it.each<[how: string, by: keyof typeof GRAMMARS, cell: Cell]>([
    ['in one language', 'PORTS', ko('443')],
    ['in English', 'PORTS', en('443')],
    ['that says the same', 'PORTS', both(['443 및 5061', '443, 5061'])],
    ['with other separators of thousands', 'PORTS', both(['50.000~59.999', '50,000-59,999'])],
    ['whose form the vocabulary knows to be wrong', 'PROTOCOLS', both(['P', 'UDP'])],
    ['with a protocol that nobody knows', 'PROTOCOLS', both(['정체불명', 'TCP'])],
    ['with a release in a remark', 'PROTOCOLS', both(['TCP', 'TCP'], ['안 됨', 'Not supported in 2019'])],
    [
      'with the same roles in other words',
      'DESTINATION',
      both(['에지 서버 내부 주소', 'Edge Server internal interface']),
    ],
    ['with a role that nobody knows', 'ROLE', both(['정체불명', 'Director'])],
    ['with a word for all', 'DESTINATION', both(['모두', 'Any (can be defined as Director)'])],
    ['with other numbers in a note', 'NOTE', both(['443', '444'])],
    ['with another service', 'SERVICE', both(['중재 서비스', 'Not applicable'])],
  ])('%s', (_, by, cell) => {
    expect(read(cell, by).code).toBeUndefined();
  });
});
