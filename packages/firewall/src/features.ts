import type { PortRule } from '@lync/port-catalog';
import type { Deployment } from './deployment.ts';
import { tableOf } from './pages.ts';
import { rolesOf } from './purposes.ts';

/** Questions of `features`, by the services that are theirs. */
const BY_SERVICE: Readonly<Record<string, keyof Deployment['features']>> = {
  'web-conferencing-service': 'webConferencing',
  'web-conferencing-compatibility-service': 'webConferencing',
  'web-conferencing-edge-service': 'webConferencing',
  'av-conferencing-service': 'audioVideo',
  'audio-test-service': 'audioVideo',
  'application-sharing-service': 'applicationSharing',
  'conferencing-attendant-service': 'dialIn',
  'conferencing-announcement-service': 'dialIn',
  'response-group-service': 'responseGroup',
  'call-park-service': 'callPark',
  'bandwidth-policy-service': 'callAdmissionControl',
  'mobility-services-component': 'mobility',
};

/** Rows of load balancers name no service; these ports have one in the table of servers. */
const BALANCED: Readonly<Record<number, keyof Deployment['features']>> = {
  448: 'callAdmissionControl',
  5071: 'responseGroup',
  5072: 'dialIn',
  5073: 'dialIn',
  5075: 'callPark',
  5076: 'audioVideo',
  5080: 'callAdmissionControl',
};

/** The questions that a row waits for: where all of the answers are no, it is not used. */
export function switchedOff(rule: PortRule, deployment: Deployment): string | undefined {
  if (deployment.product === 'cloud-connector-edition') return undefined;
  const { features, external, edge } = deployment;
  const port = rule.ports?.ranges[0]?.from ?? 0;
  const at = new Set([rule.role, ...rolesOf(rule)]);
  const media = features.audioVideo || features.applicationSharing;
  const MEDIA = 'features.audioVideo, features.applicationSharing';
  const reached = external.users || external.federation !== 'none';
  const off = (on: boolean, path: string) => (on ? undefined : path);
  const feature = (name: keyof Deployment['features']) => off(features[name], `features.${name}`);

  if (tableOf(rule).startsWith('video-based-screen-sharing')) {
    return feature('applicationSharing') ?? feature('videoBasedScreenSharing');
  }
  if (port === 5060) return feature('remoteCallControl');
  if (port === 5269 || port === 23456) return off(external.xmpp.length > 0, 'external.xmpp');
  if (at.has('web-conferencing-edge-service') || (at.has('edge-server') && port === 8057)) {
    return (
      feature('webConferencing') ?? (port === 8057 ? undefined : off(reached, 'external.users, external.federation'))
    );
  }
  if (at.has('av-edge-service')) {
    return off(media, MEDIA) ?? off(reached, 'external.users, external.federation');
  }
  if (at.has('edge-server') && [443, 3478, 5062].includes(port)) {
    const back = rule.source?.roles.includes('edge-server') && rule.destination?.any;
    return off(media, MEDIA) ?? (back ? off(edge.mediaBack, 'edge.mediaBack') : undefined);
  }
  if (at.has('access-edge-service') && port === 443) return off(external.users, 'external.users');
  if (at.has('public-im-partner')) return off(external.publicIm.length > 0, 'external.publicIm');
  if (at.has('access-edge-service') && port === 5061) {
    const on = external.federation !== 'none' || external.publicIm.length > 0;
    return off(on, 'external.federation, external.publicIm');
  }
  if (at.has('access-edge-service') && (port === 53 || port === 80)) {
    const on = reached || external.publicIm.length > 0 || external.xmpp.length > 0;
    return off(on, 'external');
  }
  if (rule.role === 'all-internal-servers' && port === 49152) {
    return off(features.audioVideo || features.dialIn, 'features.audioVideo, features.dialIn');
  }
  if (at.has('reverse-proxy') && port === 80 && rule.optional)
    return off(deployment.reverseProxy.http, 'reverseProxy.http');
  const name = BY_SERVICE[rule.service ?? ''] ?? (rule.kind === 'load-balancer' ? BALANCED[port] : undefined);
  return name === undefined ? undefined : feature(name);
}
