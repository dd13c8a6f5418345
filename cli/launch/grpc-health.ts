import { connect } from 'node:http2';

const SERVICE = 'temporal.api.workflowservice.v1.WorkflowService';
const SERVING = 1;

/**
 * Asks a server the standard gRPC health question (grpc.health.v1.Health/Check) for Temporal's frontend. True when it
 * serves; false when it does not answer so within `timeoutMs`. Written out here because the launcher has to ask often
 * and must not load the client SDK for it.
 */
export function temporalIsHealthy(address: string, timeoutMs = 2000): Promise<boolean> {
  return new Promise((resolve) => {
    const session = connect(`http://${address}`);
    const chunks: Buffer[] = [];
    const end = (healthy: boolean) => {
      clearTimeout(timer);
      session.destroy();
      resolve(healthy);
    };
    const timer = setTimeout(() => end(false), timeoutMs);
    session.on('error', () => end(false));
    const call = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    call.on('error', () => end(false));
    call.on('data', (chunk: Buffer) => chunks.push(chunk));
    call.on('end', () => end(status(Buffer.concat(chunks)) === SERVING));
    call.end(message(SERVICE));
  });
}

/** Length-prefixed message with field 1 (string): HealthCheckRequest.service. */
function message(service: string): Buffer {
  const name = Buffer.from(service);
  const body = Buffer.concat([Buffer.from([0x0a, name.length]), name]);
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(body.length, 1);
  return Buffer.concat([prefix, body]);
}

/** Field 1 (enum) of HealthCheckResponse; 0, which is not sent, means unknown. */
function status(reply: Buffer): number {
  return reply.length >= 7 && reply[5] === 0x08 ? reply[6]! : 0;
}
