import { expect, test } from 'vitest';
import type { PortSet } from '../../../packages/catalog/src/record.ts';
import { type Case, first, koreanAlone, ruleWith, verifyTampered } from './tampering.ts';

const cases: Case[] = [
  [
    'a note in English that the vocabulary does not have',
    /ports\.json: .+: notes\.en: the vocabulary does not say this of the page’s text: "Anything\."$/,
    (copy) => {
      const { notes } = ruleWith(copy, (rule) => rule.notes?.by.en === 'project');
      if (notes !== null) notes.en = 'Anything.';
    },
  ],
  [
    'the note of another row',
    /: notes\.en: the vocabulary does not say this of the page’s text/,
    (copy) => {
      const [one, other] = copy.catalog.ports.filter((rule) => rule.notes?.by.en === 'project');
      if (one?.notes && other?.notes) one.notes.en = other.notes.en;
    },
  ],
  [
    'a note that nobody wrote',
    /: notes\.en: nobody is named who says this/,
    (copy) => {
      const { notes } = ruleWith(copy, (rule) => rule.notes?.by.en === 'project');
      if (notes !== null) notes.by.en = null;
    },
  ],
  [
    'the English of our own as the page’s',
    /: notes\.en: the page does not say this there/,
    (copy) => {
      const { notes } = ruleWith(copy, (rule) => rule.notes?.by.en === 'project');
      if (notes !== null) notes.by.en = 'document';
    },
  ],
  [
    'a device',
    /: devices\[1\]\.en: the vocabulary does not say this of the page’s text: "Pager"$/,
    (copy) => {
      const [, device] = ruleWith(copy, (rule) => rule.devices.length > 1).devices;
      if (device !== undefined) device.en = 'Pager';
    },
  ],
  [
    'a note on protocols',
    /: protocolNote\.en: the vocabulary does not say this/,
    (copy) => {
      const { protocolNote } = ruleWith(copy, (rule) => rule.protocolNote?.by.en === 'project');
      if (protocolNote !== null) protocolNote.en = 'from anywhere';
    },
  ],
  [
    'somebody who says nothing',
    /: notes\.en: there is no text, but somebody is named: ""$/,
    (copy) => {
      const { notes } = ruleWith(copy, (rule) => rule.notes?.by.en === 'project');
      if (notes !== null) notes.en = null;
    },
  ],
  [
    'the corrected form',
    /corrections\.json: .+: corrected: neither the row nor the vocabulary says this: "FTP"$/,
    ({ catalog }) => {
      first(catalog.corrections, ({ evidence }) => evidence === 'sibling').corrected = 'FTP';
    },
  ],
  [
    'a sibling that is not there',
    /corrections\.json: .+: witness: there is no such rule: "made\/up"$/,
    ({ catalog }) => {
      first(catalog.corrections, ({ evidence }) => evidence === 'sibling').witness = 'made/up';
    },
  ],
  [
    'a sibling that says something else',
    /corrections\.json: .+: witness: this rule has other transports/,
    ({ catalog }) => {
      const correction = first(
        catalog.corrections,
        ({ evidence, field }) => evidence === 'sibling' && field === 'transports',
      );
      const udp = first(catalog.ports, ({ transports }) => transports.join() === 'udp');
      const tcp = first(catalog.ports, ({ transports }) => transports.join() === 'tcp');
      const own = first(catalog.ports, ({ id }) => id === correction.rule);
      correction.witness = own.transports.join() === 'udp' ? tcp.id : udp.id;
    },
  ],
  [
    'an assignment that is not in the registry',
    /corrections\.json: .+: witness: not in registry\.yaml: "IANA: 1"$/,
    ({ catalog }) => {
      first(catalog.corrections, ({ evidence }) => evidence === 'registry').witness = 'IANA: 1';
    },
  ],
  [
    'no witness',
    /corrections\.json: .+: witness: there is none$/,
    ({ catalog }) => {
      first(catalog.corrections, ({ evidence }) => evidence === 'sibling').witness = null;
    },
  ],
  [
    'a witness of the vocabulary’s own word',
    /corrections\.json: .+: witness: the vocabulary’s reason has no witness: "me"$/,
    ({ catalog }) => {
      first(catalog.corrections, ({ evidence }) => evidence === 'vocabulary').witness = 'me';
    },
  ],
];

test.each([
  [
    'ports that no word of the cell means',
    /ports\.json: .+: sourcePorts\.text: neither the page nor the vocabulary says this: "All\*\*\*"$/,
    'sourcePorts' as const,
    'Any***',
    (ports: PortSet) => ({ ...ports, text: 'All***' }),
  ],
  [
    'a number that no word of the cell means',
    /ports\.json: .+: ports\.text: no cell of the row has 50001: /,
    'ports' as const,
    'UDP 3478; UDP 50,000-59,999',
    (ports: PortSet) => ({ ...ports, ranges: [{ from: 50001, to: 59999 }] }),
  ],
])('of a page in Korean alone, %s', (_, finding, field, text, change) => {
  const findings = verifyTampered(({ catalog }) => {
    const rule = first(catalog.ports, (each) => each[field]?.text === text);
    rule[field] = change(rule[field] as PortSet);
  }, koreanAlone);
  expect(findings).toContainEqual(expect.stringMatching(finding));
});

test.each(cases)('of a page in Korean alone, %s', (_, finding, tamper) => {
  expect(verifyTampered(tamper, koreanAlone)).toContainEqual(expect.stringMatching(finding));
});
