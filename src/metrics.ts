/** What can be measured from outside: `GET /metrics`, in Prometheus' text format. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The process has its own figures once: what observes them for a desk would outlive it. */
const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

export function createMetrics(heartbeat: () => number | undefined) {
  const register = new Registry();
  const registers = [register];

  const requests = new Histogram({
    name: 'deskhand_request_seconds',
    help: 'Time from a command to its reply, by the command and how it was answered',
    labelNames: ['command', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3],
    registers,
  });
  const sweeps = new Histogram({
    name: 'deskhand_sweep_seconds',
    help: 'Time of a sweep',
    labelNames: ['sweep'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10],
    registers,
  });
  const moved = new Counter({
    name: 'deskhand_sweep_records_total',
    help: 'Records that a sweep moved',
    labelNames: ['sweep'],
    registers,
  });
  const beat: Gauge = new Gauge({
    name: 'deskhand_sweep_age_seconds',
    help: 'Seconds since this process last ended a sweep; -1 before the first',
    registers,
    collect: () => beat.set(heartbeat() ?? -1),
  });

  return {
    observe: (command: string, outcome: string, milliseconds: number) =>
      requests.observe({ command, outcome }, milliseconds / 1000),
    ran(sweep: string, records: number, seconds: number) {
      sweeps.observe({ sweep }, seconds);
      moved.inc({ sweep }, records);
    },
    contentType: register.contentType,
    text: async () => (await ofProcess.metrics()) + (await register.metrics()),
  };
}
