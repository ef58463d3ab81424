import { describe, expect, it } from 'vitest';
import { readProtocols } from '../../../scraper/src/interpret/protocols.ts';
import { alignWords } from '../../../scraper/src/learn/align.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const isProtocol = (word: string) => word !== '' && readProtocols(word, vocabulary).ok;

describe('the words of a protocol cell', () => {
  it.each<[text: string, en: string, pairs: [string, string][]]>([
    ['액세스/SIP(TLS)/TCP/443', 'Access/SIP(TLS)/TCP/443', [['액세스', 'Access']]],
    [
      '액세스/SIP/NET.TCP/443',
      'Access/SIP/TCP/443',
      [
        ['액세스', 'Access'],
        ['NET.TCP', 'TCP'],
      ],
    ],
    ['TLS (웹 회의/PSOM)/TCP/443', 'Web Conferencing/PSOM(TLS)/TCP/443', [['웹 회의', 'Web Conferencing']]],
    ['UDP 및 TCP', 'UDP and TCP', [['및', 'and']]],
    ['HTTPS (역방향 프록시)', 'HTTPS (from reverse proxy)', [['역방향 프록시', 'from reverse proxy']]],
    ['H', 'HTTPS', [['H', 'HTTPS']]],
    ['에 지/ＴＣＰ', 'Edge/TCP', [['에 지', 'Edge']]],
    ['TCP', 'TCP', []],
    ['tcp / udp', 'TCP/UDP', []],
    // What cannot be told apart teaches nothing.
    ['MTLS(액세스/프록시)/TCP', 'Access/proxy(MTLS)/TCP', []],
    ['액세스/TCP', 'TCP', []],
    ['TCP', 'TCP and UDP', []],
    ['TCP 및', 'TCP', []],
    ['', '', []],
  ])('%j beside %j teach %j', (text, en, pairs) => {
    expect(alignWords(text, en, isProtocol)).toEqual(pairs.map(([own, english]) => ({ text: own, en: english })));
  });
});
