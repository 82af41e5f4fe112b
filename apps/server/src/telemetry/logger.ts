import { pino, type DestinationStream, type Logger } from 'pino';

/**
 * Structured logs, one JSON object a line, to standard output. Secrets are kept out twice: fields with telling names
 * are dropped, and the finished line is searched for `secrets` (the configured keys, word for word) and for whatever
 * looks like a token or a signature, because an error message may quote a URL or a header.
 */
export function createLogger(options: {
  level: string;
  secrets: string[];
  destination?: DestinationStream;
}): Logger {
  const configured = options.secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: [...SECRET_FIELDS, ...SECRET_FIELDS.map((field) => `*.${field}`)], censor: HIDDEN },
      hooks: { streamWrite: (line) => withoutSecrets(line, configured) },
    },
    options.destination ?? pino.destination(1),
  );
}

const HIDDEN = '[hidden]';

const SECRET_FIELDS = [
  'authorization',
  'cookie',
  '["set-cookie"]',
  'password',
  'current_password',
  'new_password',
  'passwordHash',
  'token',
  'accessToken',
  'access_token',
  'ticket',
  'sig',
  'apiKey',
];

/** What gives itself away by its shape, wherever it stands in a line: the first group is kept, the rest hidden. */
const SECRET_SHAPES = [
  /([?&](?:sig|ticket|token|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token)=)[^&"\s\\]+/gi,
  /(\bBearer )[\w.~+/=-]+/gi,
  /(\bspotsmith_login=)[^;"\s\\]+/g,
  /(\/(?:s|api\/shared)\/)[\w-]{43}/g,
  /()\bsps_[\w-]+/g,
  /()\br8_\w+/g,
  /()\beyJ[\w-]+\.[\w-]+\.[\w-]+/g,
  /(\/\/[^/:@"\s]+:)[^@"\s]+(?=@)/g,
];

function withoutSecrets(line: string, configured: string[]): string {
  const shaped = SECRET_SHAPES.reduce((text, shape) => text.replace(shape, `$1${HIDDEN}`), line);
  return configured.reduce((text, secret) => text.replaceAll(secret, HIDDEN), shaped);
}
