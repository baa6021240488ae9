/** Makes connections to one Redis, to a cluster ("host:port,host:port"), or by sentinels ("sentinel:name@host:port,host:port"). */
export async function redisClients(url: string) {
  const { Redis, Cluster } = await import('ioredis');
  const options = { maxRetriesPerRequest: null, enableReadyCheck: false };
  const hosts = (list: string) =>
    list.split(',').map((one) => ({ host: one.split(':')[0] ?? '', port: Number(one.split(':')[1] ?? 6379) }));
  const sentinel = /^sentinel:([\w-]+)@(.+)$/.exec(url);
  return () => {
    if (sentinel) return new Redis({ ...options, name: sentinel[1] ?? '', sentinels: hosts(sentinel[2] ?? '') });
    if (/^rediss?:/.test(url)) return new Redis(url, options);
    return new Cluster(hosts(url), { redisOptions: options });
  };
}
