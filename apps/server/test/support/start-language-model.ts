import { createServer } from 'node:http';
import { once } from 'node:events';

/** What the emulated model does not take, and answers with a 400 as the real ones word it. */
export type Refusal =
  | 'max_tokens'
  | 'temperature'
  | 'json_schema'
  | 'json_object'
  | 'reasoning_effort'
  | 'image';

const WORDS: Record<Refusal, string> = {
  max_tokens:
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
  temperature:
    "Unsupported value: 'temperature' does not support 0.4 with this model. Only the default (1) value is supported.",
  json_schema: "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
  json_object: 'response_format is not supported by this server',
  reasoning_effort: 'Unrecognized request argument supplied: reasoning_effort',
  image: 'This model does not support image input.',
};

type Part = { type: string; text?: string; image_url?: { url: string } };
export type Asked = {
  authorization: string | undefined;
  model: string;
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  reasoning_effort?: string;
  response_format?: { type: string; json_schema?: { strict?: boolean; schema: object } };
  system: string;
  user: string;
  /** Data URIs of the pictures that came along. */
  pictures: string[];
};

export type EmulatedLanguageModel = {
  baseUrl: string;
  /** What it says, in order; a number is a status with no answer. */
  replies: (string | number)[];
  /** Every question that came, refused ones too. */
  asked: Asked[];
  refuses: Set<Refusal>;
  /** A stranger's key, and a model by another name, are refused. */
  key: string;
  model: string;
  reset(): void;
  close(): void;
};

/** A chat endpoint as OpenAI's, on the loopback interface, that is as picky as it is told to be. */
export async function startLanguageModel(): Promise<EmulatedLanguageModel> {
  const world: EmulatedLanguageModel = {
    baseUrl: '',
    replies: [],
    asked: [],
    refuses: new Set(),
    key: 'sk-secret',
    model: 'small-one',
    reset() {
      world.replies.length = 0;
      world.asked.length = 0;
      world.refuses.clear();
    },
    close: () => void server.close(),
  };
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const asked = askedOf(request.headers.authorization, JSON.parse(text) as Body);
      world.asked.push(asked);
      const { status, body } = answerOf(world, asked);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  world.baseUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
  return world;
}

type Body = Omit<Asked, 'authorization' | 'system' | 'user' | 'pictures'> & {
  messages: { role: string; content: string | Part[] }[];
};

function askedOf(authorization: string | undefined, { messages, ...body }: Body): Asked {
  const partsOf = (role: string): Part[] => {
    const content = messages.find((message) => message.role === role)?.content ?? '';
    return typeof content === 'string' ? [{ type: 'text', text: content }] : content;
  };
  const textOf = (role: string) =>
    partsOf(role)
      .map((part) => part.text ?? '')
      .join('');
  const pictures = partsOf('user').flatMap((part) => part.image_url?.url ?? []);
  return { authorization, ...body, system: textOf('system'), user: textOf('user'), pictures };
}

function answerOf(world: EmulatedLanguageModel, asked: Asked): { status: number; body: object } {
  const error = (status: number, message: string, code: string | null = null) => ({
    status,
    body: { error: { message, type: 'invalid_request_error', param: null, code } },
  });
  if (asked.authorization !== `Bearer ${world.key}`) {
    return error(401, 'Incorrect API key provided: sk-***.', 'invalid_api_key');
  }
  if (asked.model !== world.model) {
    return error(404, `The model \`${asked.model}\` does not exist.`, 'model_not_found');
  }
  const isThere: Record<Refusal, boolean> = {
    max_tokens: asked.max_tokens !== undefined,
    temperature: asked.temperature !== undefined,
    json_schema: asked.response_format?.type === 'json_schema',
    json_object: asked.response_format?.type === 'json_object',
    reasoning_effort: asked.reasoning_effort !== undefined,
    image: asked.pictures.length > 0,
  };
  const refused = [...world.refuses].find((name) => isThere[name]);
  if (refused !== undefined) return error(400, WORDS[refused], 'unsupported_parameter');
  const reply = world.replies.shift() ?? 500;
  if (typeof reply === 'number') return error(reply, 'no');
  const choices = [{ index: 0, message: { role: 'assistant', content: reply }, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 1000, completion_tokens: 500, total_tokens: 1500 };
  return {
    status: 200,
    body: { id: 'c', object: 'chat.completion', created: 1, model: asked.model, choices, usage },
  };
}
