/** The only reader of the environment in the web app. The names are literal because Next writes their values into the bundle. */
export const deployment = {
  /** The API's address when it is another deployment; undefined when it lives in this same process. */
  apiUrl: process.env.NEXT_PUBLIC_API_URL,
  /** Where sockets go when it is not this origin, e.g. `wss://api.example.com`. */
  socketUrl: process.env.NEXT_PUBLIC_WS_URL,
  /** Where links to media lead when the API is another deployment, e.g. the bucket's origin. */
  mediaOrigin: process.env.NEXT_PUBLIC_MEDIA_ORIGIN,
  isDevelopment: process.env.NODE_ENV === 'development',
};
