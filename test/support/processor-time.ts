/** The time in milliseconds that this thread's processor has worked: other work on the machine does not count. */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
