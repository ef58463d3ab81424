import type { Plan, PlanRule } from '../plan.ts';
import { commented, headOf, type OutputFile, titleOf } from './head.ts';
import { quoted } from './powershell.ts';

/**
 * Scripts that try each rule from its sources, for sh and PowerShell. As listeners they stand in for servers that are
 * not there yet. Of a range the ends are tried; UDP answers nothing by itself, so the listener's side tells.
 */
export function probes(plan: Plan): OutputFile[] {
  return [
    { name: 'probe.sh', text: shell(plan) },
    { name: 'probe.ps1', text: powershell(plan) },
  ];
}

/** The ends of each range, or one port where any is open. */
function portsOf({ ports }: PlanRule): string[] {
  if (ports.length === 0) return ['443'];
  return ports.flatMap(({ from, to }) => (from === to ? [`${from}`] : [`${from}`, `${to}`]));
}

const USAGE = [
  'test [CODE] [ADDRESS]      try the rules, or one, or those of the source ADDRESS',
  'listen [CODE] [ADDRESS]    listen on the ports of the rules, or of one, or of the destination ADDRESS',
  'PROBE_TARGET is tried where the destination is any host.',
];

function shell(plan: Plan): string {
  const lines = plan.rules.map((rule) => {
    const words = (items: readonly string[]) => `'${items.join(' ')}'`;
    return `rule ${rule.code} ${rule.transport} ${words(rule.sources)} ${words(rule.destinations)} ${words(portsOf(rule))}`;
  });
  return `#!/bin/sh
${commented(plan, plan.rules, '#')}
#
# Needs netcat of OpenBSD (Debian: netcat-openbsd). sh probe.sh
${USAGE.map((line) => `#   ${line}`).join('\n')}
# Exit status 0: every TCP port answered, 1: one did not, 2: wrong usage.
set -u
mode=\${1:-}
code=
address=
shift $(($# > 0 ? 1 : 0))
for word in "$@"; do
  case $word in
    *[.:]*) address=$word ;;
    *) code=$word ;;
  esac
done
failed=0

has() {
  case " $2 " in *" $1 "*) return 0 ;; esac
  return 1
}

try() {
  if [ "$2" = udp ]; then
    printf 'probe %s' "$1" | nc -u -w 1 "$3" "$4" >/dev/null 2>&1
    echo "sent    $1 udp $3 $4"
  elif nc -z -w 3 "$3" "$4" >/dev/null 2>&1; then
    echo "open    $1 tcp $3 $4"
  else
    echo "CLOSED  $1 tcp $3 $4"
    failed=1
  fi
}

serve() {
  echo "listen  $1 $2 $3"
  if [ "$2" = udp ]; then
    while nc -u -l -w 1 "$3"; do echo; done &
  else
    nc -l -k "$3" &
  fi
}

# Which code, transport, sources, destinations and ports.
rule() {
  if [ -n "$code" ] && [ "$code" != "$1" ]; then return; fi
  for port in $5; do
    if [ "$mode" = listen ]; then
      if [ -z "$address" ] || has "$address" "$4"; then serve "$1" "$2" "$port"; fi
    elif [ -z "$address" ] || has "$address" "$3"; then
      for destination in $4; do
        if [ "$destination" = any ]; then destination=\${PROBE_TARGET:-}; fi
        case $destination in
          '' | */*) echo "skipped $1 $2 $4 $port" ;;
          *) try "$1" "$2" "$destination" "$port" ;;
        esac
      done
    fi
  done
}

case $mode in
  test | listen) ;;
  *)
    echo 'usage: sh probe.sh test|listen [CODE] [ADDRESS]' >&2
    exit 2
    ;;
esac

${lines.join('\n')}

if [ "$mode" = listen ]; then wait; fi
exit "$failed"
`;
}

function powershell(plan: Plan): string {
  const list = (items: readonly string[]) => `@(${items.map(quoted).join(', ')})`;
  const rules = plan.rules.map((rule) =>
    [
      `  [pscustomobject]@{ Code = ${quoted(rule.code)}; Transport = ${quoted(rule.transport)}; What = ${quoted(titleOf(rule))}`,
      `    Sources = ${list(rule.sources)}; Destinations = ${list(rule.destinations)}; Ports = @(${portsOf(rule).join(', ')}) }`,
    ].join('\n'),
  );
  return `${[...headOf(plan)].map((line) => `# ${line}`).join('\n')}
# .\\probe.ps1 -Mode test [-Code CODE] [-Source ADDRESS]; -Mode listen [-Code CODE] [-Destination ADDRESS]
param(
  [ValidateSet('test', 'listen')] [string] $Mode = 'test',
  [string] $Code = '',
  [string] $Source = '',
  [string] $Destination = '',
  [string] $Target = ''
)
$ErrorActionPreference = 'Stop'
$rules = @(
${rules.join('\n')}
)
$chosen = $rules | Where-Object { -not $Code -or $_.Code -eq $Code }
$failed = 0
if ($Mode -eq 'listen') {
  $listeners = @()
  foreach ($rule in $chosen | Where-Object { -not $Destination -or $_.Destinations -contains $Destination }) {
    foreach ($port in $rule.Ports) {
      if ($rule.Transport -eq 'udp') {
        $listeners += [System.Net.Sockets.UdpClient]::new($port)
      } else {
        $listener = [System.Net.Sockets.TcpListener]::new([System.Net.IPAddress]::Any, $port)
        $listener.Start()
        $listeners += $listener
      }
      Write-Output "listen  $($rule.Code) $($rule.Transport) $port"
    }
  }
  Read-Host 'Enter ends'
  foreach ($listener in $listeners) { if ($listener -is [System.Net.Sockets.UdpClient]) { $listener.Close() } else { $listener.Stop() } }
  exit 0
}
foreach ($rule in $chosen | Where-Object { -not $Source -or $_.Sources -contains $Source }) {
  foreach ($to in $rule.Destinations) {
    $address = if ($to -eq 'any') { $Target } else { $to }
    foreach ($port in $rule.Ports) {
      if (-not $address -or $address.Contains('/')) {
        Write-Output "skipped $($rule.Code) $($rule.Transport) $to $port"
      } elseif ($rule.Transport -eq 'udp') {
        $client = [System.Net.Sockets.UdpClient]::new()
        [void] $client.Send([byte[]](1), 1, $address, $port)
        $client.Close()
        Write-Output "sent    $($rule.Code) udp $address $port"
      } elseif ((Test-NetConnection -ComputerName $address -Port $port -WarningAction SilentlyContinue).TcpTestSucceeded) {
        Write-Output "open    $($rule.Code) tcp $address $port"
      } else {
        Write-Output "CLOSED  $($rule.Code) tcp $address $port"
        $failed = 1
      }
    }
  }
}
exit $failed
`;
}
