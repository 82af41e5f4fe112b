// The health check of a container: ends with 0 while the process answers on its port, API and worker alike.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health`).catch(() => null);
process.exitCode = answer?.ok ? 0 : 1;
