export const SECRET =
  /SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIAL/i;

/** What is told about a secret: where it lies, how it is called, how long it lives. */
export const ABOUT_SECRET =
  /^(MAX|MIN|NUM)_|(KEY|TOKEN|CREDENTIALS?)_ID$|_(FILE|PATH|DIR|NAME|REF|URL|URI|ENDPOINT|ISSUER|AUDIENCE|TYPE|TTL|EXPIRY|EXPIRATION|EXPIRES(_IN)?|LIFETIME|TIMEOUT|LENGTH|SECONDS|MINUTES|HOURS|DAYS|ENABLED|REQUIRED|POLICY|HEADER)$/i;

/** Whether a variable of this name holds a secret, as far as a name can tell. */
export function namesSecret(variable: string): boolean {
  return SECRET.test(variable) && !ABOUT_SECRET.test(variable);
}
