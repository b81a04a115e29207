/** How the service speaks in what it sends: its neutral name if it has set one, since an envelope and a locked screen show it. */
export interface ServiceVoice {
  readonly name: string
  /** May be empty. */
  readonly telephone: string
  /** The service's own address, to which people may answer; may be empty. */
  readonly email: string
}

/** The voice by the settings in force; the policy's name of the service where no neutral one is set. */
export const voiceOf = (
  settings: { readonly neutralName: string; readonly telephone: string; readonly email: string },
  serviceName: string,
): ServiceVoice => ({
  name: settings.neutralName || serviceName,
  telephone: settings.telephone,
  email: settings.email,
})
