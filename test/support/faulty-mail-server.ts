import { createServer, type Server, type Socket } from 'node:net'

/** What a mail server does with the next message. `cut`: it has taken it, and the line ends before its answer. */
export type MailMood = 'take' | 'cut' | 'cut-early' | 'busy' | 'full' | 'stall' | 'slow'

/** A mail server on this machine that fails in the ways that mail servers do, and remembers what it took. */
export class FaultyMailServer {
  /** What it has, whether or not it said so: to whom, and under which Message-ID. */
  readonly taken: { readonly to: string; readonly messageId: string }[] = []
  /** How many recipients each envelope had. */
  readonly envelopes: number[] = []
  mood: (to: string) => MailMood = () => 'take'
  /** When it has all of a message, before it answers. */
  onTaken: () => void = () => {}
  readonly #server: Server = createServer((socket) => this.#talk(socket))
  readonly #open = new Set<Socket>()

  async open(): Promise<string> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    const address = this.#server.address()
    return `smtp://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    await new Promise<void>((closed) => this.#server.close(() => closed()))
  }

  #talk(socket: Socket): void {
    this.#open.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => this.#open.delete(socket))
    const say = (line: string) => void socket.write(`${line}\r\n`)
    const envelope = { to: [] as string[], data: null as string | null }
    let rest = ''
    say('220 faulty.example')
    socket.on('data', (piece) => {
      rest += piece.toString('latin1')
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (envelope.data === null) this.#command(socket, line, envelope, say)
        else if (line === '.') this.#end(socket, envelope, say)
        else envelope.data += `${line}\n`
      }
    })
  }

  #command(
    socket: Socket,
    line: string,
    envelope: { to: string[]; data: string | null },
    say: (line: string) => void,
  ): void {
    const to = /^RCPT TO:<([^>]+)>/i.exec(line)?.[1]
    if (to) {
      const mood = this.mood(to)
      envelope.to.push(to)
      if (mood === 'busy') say('450 busy')
      else if (mood !== 'stall') say(mood === 'full' ? '550 no such mailbox' : '250 ok')
      return
    }
    if (/^DATA/i.test(line)) {
      this.envelopes.push(envelope.to.length)
      envelope.data = ''
      say('354 go on')
      if (this.mood(envelope.to[0] ?? '') === 'cut-early') socket.destroy()
    } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
    else say(/^EHLO/i.test(line) ? '250 faulty.example' : '250 ok')
  }

  #end(socket: Socket, envelope: { to: string[]; data: string | null }, say: (line: string) => void): void {
    const messageId = /^Message-ID:\s*(\S+)/im.exec(envelope.data ?? '')?.[1] ?? ''
    const [to = ''] = envelope.to
    this.taken.push({ to, messageId })
    const mood = this.mood(to)
    this.onTaken()
    envelope.to = []
    envelope.data = null
    if (mood === 'cut') socket.destroy()
    else if (mood === 'slow') setTimeout(() => say('250 taken'), 700)
    else say('250 taken')
  }
}
