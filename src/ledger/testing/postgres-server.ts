import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL server of the tests' own, on loopback, in a temporary folder that goes with it. */
export interface PostgresServer {
  /** Creates an empty database and returns its connection string. */
  createDatabase(): Promise<string>;
  /** Runs one statement as the superuser in `databaseUrl`'s database. */
  administer(databaseUrl: string, statement: string): Promise<void>;
  readonly port: number;
  stop(): Promise<void>;
}

/** The folder of `initdb` and `postgres`, newest version first, where Debian and others put it; null where none is. */
export function postgresBinaries(): string | null {
  const versions = "/usr/lib/postgresql";
  const debian = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...debian.map((version) => join(versions, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** `fsync: true` is for benchmarks: tests need no durability. */
export async function startPostgres(binaries: string, { fsync = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "parley-postgres-"));
  const user = unprivilegedUser();
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const as = { ...user, cwd: folder };
  execFileSync(
    join(binaries, "initdb"),
    ["-D", data, "-U", "tester", "--auth=trust", "--no-sync", "--locale=C.UTF-8", "--encoding=UTF8"],
    { ...as, stdio: "pipe" },
  );
  // the one role that must give a password
  writeFileSync(
    join(data, "pg_hba.conf"),
    "host all guarded 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n",
  );
  const port = await freePort();
  const settings = [
    `unix_socket_directories=${folder}`,
    "listen_addresses=127.0.0.1",
    `fsync=${fsync ? "on" : "off"}`,
    "log_min_messages=fatal",
  ];
  const server = spawn(
    join(binaries, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...as, stdio: ["ignore", "ignore", "pipe"] },
  );
  server.stderr.resume();
  const url = (database: string): string => `postgres://tester@127.0.0.1:${port}/${database}`;
  await waitUntilReady(server, url("postgres"));
  let databases = 0;
  return {
    port,
    async createDatabase() {
      const name = `ledger_${++databases}`;
      await runOne(url("postgres"), `create database ${name}`);
      return url(name);
    },
    administer: runOne,
    stop: () => stop(server, folder),
  };
}

/** The server refuses to run as root. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string): number => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
  return { uid: idOf("-u"), gid: idOf("-g") };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`the PostgreSQL server ended with status ${server.exitCode}`);
    try {
      await runOne(url, "select 1");
      return;
    } catch {
      await setTimeout(100);
    }
  }
  server.kill("SIGKILL");
  throw new Error("the PostgreSQL server did not answer within 30 seconds");
}

async function runOne(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** SIGINT is the server's "fast shutdown": it ends its connections and goes. */
async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
