import { expect, test } from 'vitest';
import { type Case, first, ruleWith, verifyTampered } from './tampering.ts';

const cases: Case[] = [
  [
    'a snapshot of other bytes',
    /^snapshots\/.+\.json: its sha256 is 0+, and snapshots\.sha256 says [0-9a-f]{64}: review it, then run pnpm verify --update$/,
    ({ sources }) => {
      first(sources, () => true).sha256 = '0'.repeat(64);
    },
  ],
  [
    'a snapshot that nobody has reviewed',
    /^snapshots\/.+\.json: not in snapshots\.sha256/,
    (copy) => {
      copy.hashes = copy.hashes.replace(/^.*\n/, '');
    },
  ],
  [
    'a snapshot that is gone',
    /^snapshots\/gone\.json: in snapshots\.sha256, but there is no such file: put it back, or run pnpm verify --update$/,
    (copy) => {
      copy.hashes += `${'0'.repeat(64)}  snapshots/gone.json\n`;
    },
  ],
  [
    'a line that is no hash',
    /^packages\/catalog\/snapshots\.sha256: line \d+ is no hash and path$/,
    (copy) => {
      copy.hashes += 'reviewed\n';
    },
  ],
  [
    'a cell of the evidence',
    /^snapshots\/lync-server-2013\/.+: lync-server-2013\/.+: cell 1: evidence\.json has another cell .*옛 서버/,
    ({ catalog }) => {
      const line = first(catalog.evidence, ({ rule }) => rule.startsWith('lync-server-2013/')).cells[0]?.[0];
      if (line !== undefined) line.text = '옛 서버';
    },
  ],
  [
    'a cell of a snapshot',
    /^snapshots\/.+: cell \d: evidence\.json has another cell than the snapshot/,
    ({ sources }) => {
      first(sources, () => true).snapshot.tables[0]?.rows[0]?.[1]?.push({ text: 'more', en: null });
    },
  ],
  [
    'a cell less',
    /: cell \d: evidence\.json has another cell than the snapshot$/,
    ({ catalog }) => {
      first(catalog.evidence, () => true).cells.pop();
    },
  ],
  [
    'no evidence',
    /: evidence\.json does not have this rule$/,
    ({ catalog }) => {
      catalog.evidence.shift();
    },
  ],
  [
    'evidence of no rule',
    /^packages\/catalog\/data\/evidence\.json: made\/up: there is no such rule$/,
    ({ catalog }) => {
      catalog.evidence.push({ rule: 'made/up', cells: [] });
    },
  ],
  [
    'a cell of the other row of a range',
    /: row 2, cell 2: evidence\.json has another cell than the snapshot: .*8000/,
    ({ catalog }) => {
      const { and } = first(catalog.evidence, (each) => each.and !== undefined);
      const line = and?.[0]?.cells[1]?.[0];
      if (line != null) Object.assign(line, { text: '8000', en: '8000' });
    },
  ],
  [
    'the other row of a range left out',
    /: ports\.text: the row gives no first port with a number of ports, or several: "\d+-\d+"$/,
    ({ catalog }) => {
      delete first(catalog.evidence, (each) => each.and !== undefined).and;
    },
  ],
  [
    'a range of one port more than the page counts',
    /: ports\.text: 20 ports from 50020 on are 50020-50039, which may be configured: "50020-50040"$/,
    (copy) => {
      const { ports } = ruleWith(copy, (rule) => rule.kind === 'media-range' && rule.ports?.text === '50020-50039');
      if (ports !== null) Object.assign(ports, { text: '50020-50040', ranges: [{ from: 50020, to: 50040 }] });
    },
  ],
  [
    'a range whose text is another than its ports',
    /: ports\.text: 20 ports from 50020 on are 50020-50039, which may be configured: "50020-50040"$/,
    (copy) => {
      const { ports } = ruleWith(copy, (rule) => rule.kind === 'media-range' && rule.ports?.text === '50020-50039');
      if (ports !== null) ports.text = '50020-50040';
    },
  ],
  [
    'a range that is set for good',
    /: ports\.text: \d+ ports from \d+ on are \d+-\d+, which may be configured: /,
    (copy) => {
      const { ports } = ruleWith(copy, (rule) => rule.kind === 'media-range');
      if (ports !== null) ports.configurable = false;
    },
  ],
  [
    'the range of another role',
    /: ports\.text: the row gives no first port with a number of ports, or several: "57501-65534"$/,
    (copy) => {
      // Only conferencing servers have a range for video; the cells of the others say so.
      ruleWith(copy, (rule) => rule.property === 'VideoPortStart' && rule.origin.row > 1).role = 'mediation-server';
    },
  ],
  [
    'the name of another virtual IP',
    /: name: the page does not say this there: "<pool>web_mco_443_vs"$/,
    (copy) => {
      ruleWith(copy, (rule) => rule.kind === 'virtual-ip').name = '<pool>web_mco_443_vs';
    },
  ],
  [
    'another setting',
    /: property: the page does not say this there: "AudioPort"$/,
    (copy) => {
      ruleWith(copy, (rule) => rule.property === 'AudioPortStart').property = 'AudioPort';
    },
  ],
  [
    'the port of another node',
    /: nodePorts\.text: neither the page nor the vocabulary says this: "4444"$/,
    (copy) => {
      const { nodePorts } = ruleWith(copy, (rule) => rule.nodePorts !== null);
      if (nodePorts !== null) Object.assign(nodePorts, { text: '4444', ranges: [{ from: 4444, to: 4444 }] });
    },
  ],
  [
    'another port that is monitored',
    /: monitor\.ports\.text: no cell of the row has 5060: "5061"$/,
    (copy) => {
      const { monitor } = ruleWith(copy, (rule) => rule.monitor?.ports.text === '5061');
      if (monitor !== null) monitor.ports.ranges = [{ from: 5060, to: 5060 }];
    },
  ],
  [
    'a row that is not there',
    /: origin: there is no such row: "table 1, row 999"$/,
    (copy) => {
      ruleWith(copy, ({ origin }) => origin.table === 1).origin.row = 999;
    },
  ],
  [
    'a note that the page does not have',
    /ports\.json: .+: notes\.ko: the page does not say this there: "아무 말"$/,
    (copy) => {
      const { notes } = ruleWith(copy, (rule) => rule.notes?.by.ko === 'document');
      if (notes !== null) notes.ko = '아무 말';
    },
  ],
  [
    'an end that is only half of what the page says',
    /: destination\.text\.en: the page does not say this there: "Serv"$/,
    (copy) => {
      const { destination } = ruleWith(copy, (rule) => rule.destination?.text.en?.includes('Server') === true);
      if (destination !== null) destination.text.en = 'Serv';
    },
  ],
  [
    'a corrected word that is no correction’s',
    /: source\.text\.ko: the vocabulary does not say this of the page’s text: "아무나"$/,
    (copy) => {
      const { source } = ruleWith(copy, (rule) => rule.source?.text.by.ko === 'project');
      if (source !== null) source.text.ko = '아무나';
    },
  ],
  [
    'a footnote',
    /: footnotes\[0\]\.ko: the page does not say this there/,
    (copy) => {
      const [footnote] = ruleWith(copy, (rule) => rule.footnotes.length > 0).footnotes;
      if (footnote !== undefined) footnote.ko = '각주';
    },
  ],
  [
    'the name of a rule',
    /: ruleName\.en: /,
    (copy) => {
      const { ruleName } = ruleWith(copy, (rule) => rule.ruleName !== null);
      if (ruleName !== null) ruleName.en = 'Another';
    },
  ],
  [
    'a port that the row does not have',
    /: ports\.text: no cell of the row has 5062: "5061"$/,
    (copy) => {
      const range = ruleWith(copy, (rule) => rule.ports?.text === '5061').ports?.ranges[0];
      if (range !== undefined) range.to = 5062;
    },
  ],
  [
    'the text of a port set',
    /: ports\.text: neither the page nor the vocabulary says this: "65000"$/,
    (copy) => {
      const { ports } = ruleWith(copy, (rule) => rule.ports?.text === '5061');
      if (ports !== null) ports.text = '65000';
    },
  ],
  [
    'a header',
    /tables\.json: .+: columns\[0\]\.ko: the page does not say this there: "열"$/,
    ({ catalog }) => {
      const column = first(catalog.tables, () => true).columns[0];
      if (column !== undefined) column.ko = '열';
    },
  ],
  [
    'where a document comes from',
    /documents\.json: .+: commit: snapshots\/.+ says otherwise: "a1b2"$/,
    ({ catalog }) => {
      first(catalog.documents, () => true).commit = 'a1b2';
    },
  ],
  [
    'the title of a document',
    /documents\.json: .+: title\.ko: snapshots\/.+ says otherwise: "제목"$/,
    ({ catalog }) => {
      first(catalog.documents, () => true).title.ko = '제목';
    },
  ],
  [
    'a document without a snapshot',
    /documents\.json: .+: no snapshot is of this document$/,
    ({ sources }) => {
      sources.shift();
    },
  ],
  [
    'a snapshot without a document',
    /documents\.json: .+: the catalog does not have this document/,
    ({ catalog }) => {
      catalog.documents.shift();
    },
  ],
  [
    'a snapshot in the wrong place',
    /documents\.json: .+: its snapshot is misplaced: "snapshots\/elsewhere\.json"$/,
    ({ sources }) => {
      first(sources, () => true).file = 'snapshots/elsewhere.json';
    },
  ],
  [
    'the name of a role',
    /roles\.json: .+: name\.ko: the vocabulary does not say this: "이사"$/,
    ({ catalog }) => {
      first(catalog.roles, () => true).name.ko = '이사';
    },
  ],
  [
    'a role that the vocabulary does not have',
    /roles\.json: made-up: name\.en: the vocabulary does not say this/,
    ({ catalog }) => {
      first(catalog.roles, () => true).id = 'made-up';
    },
  ],
  [
    'the acronym of a protocol',
    /protocols\.json: sip: label\.en: the vocabulary does not say this: "S\.I\.P\."$/,
    ({ catalog }) => {
      first(catalog.protocols, ({ id }) => id === 'sip').label = 'S.I.P.';
    },
  ],
  [
    'a protocol that the vocabulary does not have',
    /protocols\.json: made-up: label\.en: the vocabulary does not say this: "SIP"$/,
    ({ catalog }) => {
      first(catalog.protocols, ({ id }) => id === 'sip').id = 'made-up';
    },
  ],
  [
    'a scenario that neither the vocabulary nor a page names',
    /scenarios\.json: made-up: name\.en: the vocabulary does not say this/,
    ({ catalog }) => {
      first(catalog.scenarios, () => true).id = 'made-up';
    },
  ],
  [
    'an advisory that the vocabulary does not have',
    /advisories\.json: made-up: title\.ko: the vocabulary does not say this/,
    ({ catalog }) => {
      first(catalog.advisories, () => true).id = 'made-up';
    },
  ],
  [
    'the title of a table',
    /tables\.json: .+: title\.en: the vocabulary does not say this: "Table"$/,
    ({ catalog }) => {
      first(catalog.tables, () => true).title.en = 'Table';
    },
  ],
  [
    'the explanation of an advisory',
    /advisories\.json: .+: explanation\.en: the vocabulary does not say this: "So"$/,
    ({ catalog }) => {
      first(catalog.advisories, () => true).explanation.en = 'So';
    },
  ],
  [
    'the published form of a correction',
    /corrections\.json: .+#.+: published: no cell of the row says this: "FTP"$/,
    ({ catalog }) => {
      first(catalog.corrections, () => true).published = 'FTP';
    },
  ],
  [
    'the Korean of a reason',
    /corrections\.json: .+: reason: the vocabulary does not give this reason: ".+"$/,
    ({ catalog }) => {
      first(catalog.reasons, ({ en }) => en.startsWith('The translation reads')).ko = '그냥.';
    },
  ],
  [
    'the reason',
    /corrections\.json: .+: reason: the vocabulary does not give this reason: "Because\."$/,
    ({ catalog }) => {
      first(catalog.corrections, () => true).reason = 'Because.';
    },
  ],
  [
    'English beside the Korean that is not there',
    /corrections\.json: .+: witness: no cell of the row says this: "Nobody"$/,
    ({ catalog }) => {
      first(catalog.corrections, ({ evidence }) => evidence === 'bilingual').witness = 'Nobody';
    },
  ],
];

test.each(cases)('tampering is found, and its place is named: %s', (_, finding, tamper) => {
  expect(verifyTampered(tamper)).toContainEqual(expect.stringMatching(finding));
});
