import type { Language } from './lang.ts';

/** Why something was corrected, in Korean: the catalog has its reasons in English, and this page's readers need them. */
const KOREAN: Readonly<Record<string, string>> = {
  'The acronym was taken for the .NET scheme net.tcp; the tables mean the transport.':
    '약어 TCP가 .NET의 net.tcp로 잘못 옮겨졌습니다. 표에서는 전송 프로토콜을 뜻합니다.',
  '"IM" became "messenger".': '"IM"이 "메신저"로 옮겨졌습니다.',
  '"Conferencing Attendant" became "conference performer".': '"Conferencing Attendant"가 "회의 수행자"로 옮겨졌습니다.',
  '"Call Park" became a park with trees.': '통화를 대기시키는 "Call Park"가 나무가 있는 "공원"으로 옮겨졌습니다.',
  '"Director" became "member of a board of directors".': '"Director"가 회사의 "이사"로 옮겨졌습니다.',
  '"DHCP" became "of the server"; the ports beside it are the registered ports of DHCP.':
    '"DHCP"가 "서버의"로 옮겨졌습니다. 옆에 있는 포트는 DHCP에 등록된 포트입니다.',
  '"Any" became "or more".': '"Any"가 "이상"으로 옮겨졌습니다.',
  '"UDP" was split, and only its last letter was left.': '"UDP"가 나뉘어 마지막 글자만 남았습니다.',
  '"HTTPS" was cut after its first letter.': '"HTTPS"가 첫 글자 뒤에서 잘렸습니다.',
};

const REORDERED = /^The translation reads "(.+)", the English beside it "(.+)"\.$/;

/** A correction's reason in a language; in English where there is no other. */
export function reasonIn(reason: string, lang: Language): { text: string; lang: Language } {
  if (lang === 'en') return { text: reason, lang };
  const known = Object.hasOwn(KOREAN, reason) ? KOREAN[reason] : undefined;
  const reordered = REORDERED.exec(reason);
  const text =
    known ?? (reordered && `번역에는 "${reordered[1]}", 옆의 영어에는 "${reordered[2]}"(으)로 되어 있습니다.`);
  return text == null ? { text: reason, lang: 'en' } : { text, lang };
}
