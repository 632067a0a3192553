// An identity provider that others have written, for ProviderStory's sake: it knows nothing of the
// suite. Arguments: <port> <file of keys> <people, JSON: login -> claims> <clients, JSON: id -> where
// codes go>. With each start it has one key more, which signs from then on, and still publishes those
// it had, as a provider that rotates its keys does. Any password will do. It ends with its input.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const [port, keyFile, peopleText, clientsText] = process.argv.slice(2);
const people = JSON.parse(peopleText);

process.stdin.on('end', () => process.exit(0)).resume();

const known = existsSync(keyFile) ? JSON.parse(readFileSync(keyFile, 'utf8')) : [];
const { privateKey } = await generateKeyPair('RS256', { extractable: true });
const next = { ...(await exportJWK(privateKey)), kid: `key-${known.length + 1}`, use: 'sig' };
const keys = [next, ...known];
writeFileSync(keyFile, JSON.stringify(keys), { mode: 0o600 });

const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: Object.entries(JSON.parse(clientsText)).map(([id, redirect]) => ({
    client_id: id,
    redirect_uris: [redirect],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    // A page in a browser: it has no secret, and therefore PKCE.
    token_endpoint_auth_method: 'none',
  })),
  jwks: { keys },
  cookies: { keys: [next.kid + next.d] },
  pkce: { required: () => true },
  claims: { openid: ['sub', 'customer_id', 'groups'], email: ['email', 'email_verified'] },
  // The claims stand in the ID token, not only at the endpoint for them.
  conformIdTokenClaims: false,
  findAccount: (context, login) =>
    people[login] && { accountId: login, claims: () => ({ sub: login, ...people[login] }) },
});
provider.listen(Number(port), '127.0.0.1', () => console.log(`ready ${issuer}`));
