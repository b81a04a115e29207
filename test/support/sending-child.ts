import { openDesks } from '../../src/app/desks.ts'
import { sendWaitingMessages } from '../../src/features/messages/jobs/send-waiting-messages.job.ts'
import { silentLog } from '../../src/platform/log.ts'
import { smtpTransport } from '../../src/platform/mail/smtp-transport.ts'

/** A worker of its own, to be killed: it sends what waits by a mail server, and ends. */
const { place, now, url } = JSON.parse(process.argv[2] ?? '{}')
const desks = openDesks(place, { now: () => Temporal.Instant.from(now) }, silentLog, null)
const transport = smtpTransport(url, { timeoutMilliseconds: 5000 })
await sendWaitingMessages('case', {
  mail: { transport, from: 'office@harbour.example' },
  serviceName: 'Harbour Mediation',
}).run(desks.desk.worker)
await desks.close()
