import { gzipSync } from 'node:zlib'
import { type MailParts, mailOf, rawMail } from './mails.ts'

/** A message as it comes, and what must become of it. */
export interface SetMail {
  readonly name: string
  readonly raw: Buffer
  readonly kind: string
  readonly status: 'enquiry' | 'filed' | 'waiting' | 'aside'
  readonly why?: string
  readonly zone?: 'A' | 'B'
  /** What its text must say, and what it must not. */
  readonly says?: string
  readonly saysNot?: string
}

/** Who writes: addresses that the test has put into cases. */
export interface Writers {
  readonly a: string
  readonly b: string
  readonly both: string
  readonly several: string
  readonly closed: string
  readonly unsafe: string
  readonly unconfirmed: string
  readonly reference: string
  readonly otherReference: string
  readonly own: string
}

const stranger = 'Kit Stranger <kit@stranger.example>'
type Fate = Omit<SetMail, 'name' | 'raw'>
const enquiry: Fate = { kind: 'message', status: 'enquiry' }
const asks = (why: string): Fate => ({ kind: 'message', status: 'waiting', why })
const apart = (kind: string, status: 'waiting' | 'aside' = 'waiting'): Fate => ({ kind, status })
const filed = (zone: 'A' | 'B'): Fate => ({ kind: 'message', status: 'filed', zone })

const head = (...more: readonly string[]) => [
  `From: ${stranger}`,
  'To: office@service.example',
  'Subject: Words',
  ...more,
]
const bytesIn = (charset: string, encoding: string, body: Buffer | string, more: Fate): [Buffer, Fate] => [
  Buffer.concat([
    rawMail(...head(`Content-Type: text/plain; charset=${charset}`, `Content-Transfer-Encoding: ${encoding}`), '', ''),
    Buffer.from(body),
  ]),
  more,
]
const page = (body: string) =>
  `<html><head><style>p{}</style><script>alert(1)</script></head><body>${body}</body></html>`
const nested = (depth: number): string[] =>
  Array.from({ length: depth }, (_, at) => [
    `--b${at}`,
    `Content-Type: multipart/mixed; boundary=b${at + 1}`,
    '',
  ]).flat()
const event = (method: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Meet\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

type Entry = readonly [name: string, mail: MailParts | readonly [Buffer, Fate], fate?: Fate]

const ofStrangers: readonly Entry[] = [
  ['plain text', { text: 'Can I come on Monday?' }, { ...enquiry, says: 'Can I come on Monday?' }],
  [
    'HTML alone',
    { html: page('<p>Dear <b>all</b>,</p><ul><li>one</li></ul>') },
    { ...enquiry, says: '• one', saysNot: 'alert' },
  ],
  [
    'HTML with pictures and links',
    {
      html: page(
        'Look <img src="https://spy.example/1.gif" alt="a cat"> <a href="https://x.example/a">here</a><a href="javascript:alert(2)">no</a>',
      ),
    },
    { ...enquiry, says: 'here (https://x.example/a)', saysNot: 'javascript' },
  ],
  [
    'HTML that hides words',
    { html: page('Seen<span style="display: none">hidden</span>') },
    { ...enquiry, says: 'Seen', saysNot: 'hidden' },
  ],
  ['text and HTML', { text: 'In words', html: '<p>In HTML</p>' }, { ...enquiry, says: 'In words' }],
  [
    'a PDF',
    { text: 'See the file', attachments: [{ filename: 'a.pdf', content: Buffer.from('%PDF-1.7\n%%EOF\n') }] },
    enquiry,
  ],
  [
    'a program',
    { text: 'Run this', attachments: [{ filename: 'a.exe', content: Buffer.from('MZ\u0000\u0001') }] },
    enquiry,
  ],
  ['a packed file', { text: 'Unpack', attachments: [{ filename: 'a.zip', content: gzipSync('x') }] }, enquiry],
  [
    'a name that leads out of a folder',
    { text: 'x', attachments: [{ filename: '../../etc/passwd', content: 'x' }] },
    enquiry,
  ],
  [
    'a name that reads backwards',
    { text: 'x', attachments: [{ filename: 'bill\u202Efdp.txt', content: 'x' }] },
    enquiry,
  ],
  ['files alone', { attachments: [{ filename: 'a.txt', content: 'Words' }] }, enquiry],
  [
    'sixty files',
    { text: 'x', attachments: Array.from({ length: 60 }, (_, at) => ({ filename: `${at}.txt`, content: `${at}` })) },
    enquiry,
  ],
  [
    'a picture in the text',
    {
      html: page('Look <img src="cid:1">'),
      attachments: [{ filename: 'p.png', cid: '1', content: Buffer.from('89504e470d0a1a0a', 'hex') }],
    },
    enquiry,
  ],
  [
    'emoji and accents',
    { subject: 'Ça va 😀', text: 'Zoë said: naïve 😀' },
    { ...enquiry, says: 'Zoë said: naïve 😀' },
  ],
  ['no subject', { subject: '', text: 'Words' }, enquiry],
  [
    'a forwarded message',
    { text: 'See below', attachments: [{ contentType: 'message/rfc822', content: 'Subject: x\r\n\r\nInside' }] },
    enquiry,
  ],
  [
    'an appointment that is only shown',
    {
      text: 'My diary',
      attachments: [{ filename: 'a.ics', contentType: 'text/calendar; method=PUBLISH', content: event('PUBLISH') }],
    },
    enquiry,
  ],
  [
    'a signed message',
    [
      rawMail(
        ...head('Content-Type: multipart/signed; boundary=s; protocol="application/pgp-signature"'),
        '',
        '--s',
        'Content-Type: text/plain',
        '',
        'Signed words',
        '--s',
        'Content-Type: application/pgp-signature',
        '',
        'xx',
        '--s--',
      ),
      { ...enquiry, says: 'Signed words' },
    ],
  ],
  ['Latin-1', bytesIn('iso-8859-1', '8bit', Buffer.from('caf\u00e9', 'latin1'), { ...enquiry, says: 'café' })],
  [
    'Windows-1252',
    bytesIn('windows-1252', 'quoted-printable', '=93quoted=94 =80 5', { ...enquiry, says: '“quoted” € 5' }),
  ],
  [
    'Shift JIS',
    bytesIn('shift_jis', 'base64', Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67]).toString('base64'), {
      ...enquiry,
      says: 'テスト',
    }),
  ],
  ['KOI8-R', bytesIn('koi8-r', '8bit', Buffer.from([0xf4, 0xc5, 0xd3, 0xd4]), { ...enquiry, says: 'Тест' })],
  ['a charset that is none', bytesIn('klingon-7', '8bit', 'plain words', { ...enquiry, says: 'plain words' })],
  ['UTF-8 that is broken', bytesIn('utf-8', '8bit', Buffer.from([0x61, 0xff, 0xfe, 0x62]), enquiry)],
  ['base64 that is broken', bytesIn('utf-8', 'base64', 'SGVsbG8g!!!!d29ybGQ', enquiry)],
  ['quoted-printable that is broken', bytesIn('utf-8', 'quoted-printable', 'half =E and =ZZ end =', enquiry)],
  ['a character that no text has', bytesIn('utf-8', '8bit', 'be\u0000fore', { ...enquiry, says: 'before' })],
  [
    'parts without an end',
    [
      rawMail(
        ...head('Content-Type: multipart/mixed; boundary=x'),
        '',
        '--x',
        'Content-Type: text/plain',
        '',
        'Cut off here',
      ),
      { ...enquiry, says: 'Cut off here' },
    ],
  ],
  [
    'lines of another system',
    [Buffer.from(`${head().join('\n')}\n\nUnix words\n`), { ...enquiry, says: 'Unix words' }],
  ],
  ['a very long line', bytesIn('utf-8', '8bit', 'long '.repeat(50_000), enquiry)],
  ['a date of no calendar', [rawMail(...head('Date: Mon, 99 Foo 99999 25:61:00'), '', 'Words'), enquiry]],
  [
    'a subject with broken words',
    [rawMail(`From: ${stranger}`, 'Subject: =?utf-8?B?!!!?= =?x?Q?=ZZ?=', '', 'Words'), enquiry],
  ],
  [
    'a header of eight bits',
    [rawMail('From: J\u00f6rg <joerg@stranger.example>', 'Subject: Gr\u00fc\u00dfe', '', 'Words'), enquiry],
  ],
  ['no identifier and no date', [rawMail(...head(), '', 'Nothing else'), enquiry]],
]

const keptApart: readonly Entry[] = [
  ['X-Loop', { text: 'x', headers: { 'X-Loop': 'office@service.example' } }, apart('loop', 'aside')],
  [
    'a holiday notice',
    { text: 'I am away', headers: { 'Auto-Submitted': 'auto-replied' } },
    apart('auto_reply', 'aside'),
  ],
  ['an older holiday notice', { text: 'I am away', headers: { 'X-Autoreply': 'yes' } }, apart('auto_reply', 'aside')],
  [
    'an automatic reply by precedence',
    { text: 'x', headers: { Precedence: 'auto_reply' } },
    apart('auto_reply', 'aside'),
  ],
  ['a newsletter', { text: 'x', headers: { Precedence: 'bulk' } }, apart('bulk', 'aside')],
  ['a mailing list', { text: 'x', headers: { 'List-Id': '<talk.example>' } }, apart('bulk', 'aside')],
  [
    'a delivery report',
    [
      rawMail(
        'From: mailer-daemon@mx.example',
        'Subject: Failed',
        'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
        '',
        '--r',
        'Content-Type: text/plain',
        '',
        'Not delivered',
        '--r',
        'Content-Type: message/delivery-status',
        '',
        'Action: failed',
        '--r--',
      ),
      apart('bounce'),
    ],
  ],
  ['an older delivery report', { from: 'MAILER-DAEMON@mx.example', text: 'Not delivered' }, apart('bounce')],
  [
    'S/MIME',
    [
      rawMail(
        ...head(
          'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
          'Content-Transfer-Encoding: base64',
        ),
        '',
        'MIIB',
      ),
      apart('encrypted'),
    ],
  ],
  [
    'PGP',
    [
      rawMail(
        ...head('Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=p'),
        '',
        '--p',
        'Content-Type: application/pgp-encrypted',
        '',
        'Version: 1',
        '--p',
        'Content-Type: application/octet-stream',
        '',
        'xx',
        '--p--',
      ),
      apart('encrypted'),
    ],
  ],
  ['PGP in the text', { text: '-----BEGIN PGP MESSAGE-----\n\nxx\n-----END PGP MESSAGE-----' }, apart('encrypted')],
  ['an invitation', { text: 'Come', icalEvent: { method: 'REQUEST', content: event('REQUEST') } }, apart('calendar')],
  [
    'an answer to an invitation',
    [rawMail(...head('Content-Type: text/calendar; method=REPLY'), '', event('REPLY')), apart('calendar')],
  ],
  ['nothing at all', [rawMail(`From: ${stranger}`, '', ''), apart('unreadable')]],
  ['nobody', [rawMail('Subject: From nobody', '', 'Words'), apart('unreadable')]],
  [
    'two senders',
    [rawMail('From: a@one.example', 'From: b@two.example', 'Subject: x', '', 'Words'), apart('unreadable')],
  ],
  [
    'bytes that are no message',
    [Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256)), apart('unreadable')],
  ],
  [
    'parts in parts in parts',
    [rawMail(...head('Content-Type: multipart/mixed; boundary=b0'), '', ...nested(200)), apart('unreadable')],
  ],
]

const ofParties = (it: Writers): readonly Entry[] => [
  ['A', { from: `Alex <${it.a}>`, text: 'I can come' }, filed('A')],
  ['A in capitals', { from: it.a.toUpperCase(), text: 'I can come too' }, filed('A')],
  ['A by the number of the case', { from: it.a, subject: `Re: ${it.reference}`, text: 'Yes' }, filed('A')],
  [
    'A with a file',
    { from: it.a, text: 'See', attachments: [{ filename: 'bank.txt', content: 'Balance 12' }] },
    filed('A'),
  ],
  ['A under the name of B', { from: `Sam Reed <${it.a}>`, text: 'It is me' }, filed('A')],
  ['B', { from: it.b, text: 'I cannot come' }, filed('B')],
  ['A and the number of another case', { from: it.a, subject: it.otherReference, text: 'x' }, asks('other_case')],
  ['a stranger with the number of a case', { subject: `About ${it.reference}`, text: 'x' }, asks('reference_alone')],
  ['a stranger with a number of no case', { subject: 'About C-2222-222', text: 'x' }, asks('reference_alone')],
  ['the mailbox of both parties', { from: it.both, text: 'x' }, asks('both_parties')],
  ['both parties, with the number', { from: it.both, subject: it.reference, text: 'x' }, asks('both_parties')],
  ['a party of two cases', { from: it.several, text: 'x' }, asks('several')],
  ['a party of a closed case', { from: it.closed, text: 'x' }, asks('closed_case')],
  ['an address that is not safe', { from: it.unsafe, text: 'x' }, asks('unsafe_address')],
  ['an address that the other party gave', { from: it.unconfirmed, text: 'x' }, asks('unconfirmed_address')],
  [
    'a sender whom the server doubts',
    { from: it.a, text: 'x', headers: { 'Authentication-Results': 'mx; dmarc=fail' } },
    asks('doubtful_sender'),
  ],
  ['ourselves', { from: it.own, text: 'x' }, apart('loop', 'aside')],
]

/** Messages of every kind that a service gets, and some that it should never get. */
export const mailSet = (writers: Writers): Promise<SetMail[]> =>
  Promise.all(
    [...ofStrangers, ...keptApart, ...ofParties(writers)].map(async ([name, mail, fate]) => {
      if (Array.isArray(mail)) return { name, raw: mail[0] as Buffer, ...(mail[1] as Fate) }
      const raw = await mailOf({ from: stranger, ...(mail as MailParts) })
      return { name, raw, ...(fate ?? enquiry) }
    }),
  )
