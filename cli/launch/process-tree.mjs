/**
 * Finding and ending every process a child has brought into the world, even those that left its process group
 * (a browser is started in a session of its own) or lost their parent. Plain JavaScript, because the reaper must start
 * in a few milliseconds and outlive its TypeScript parent.
 *
 * Two marks tell who belongs: the process group, and on Linux an inherited environment variable.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Colon-separated marks, outermost tree first. Inherited by every descendant. */
export const TREE_VARIABLE = 'CASELOOM_TREE';

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return processState(pid) !== 'Z';
}

/** A process number with its moment of birth, so that a later process of the same number is not taken for it. */
export function processIdentity(pid) {
  // Field 22 of /proc/PID/stat, counted from 1; ours begin with the third.
  const born = process.platform === 'linux' ? statFields(pid)?.[19] : undefined;
  return born === undefined ? String(pid) : `${pid}:${born}`;
}

/** True while the very process that `processIdentity` named is alive. */
export function isSameProcess(identity) {
  const pid = Number(identity.split(':')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && processIdentity(pid) === identity;
}

/** Pids (never our own) that belong to the group or carry the mark. Zombies are left out: they hold nothing. */
export function treeMembers(group, mark) {
  return process.platform === 'linux' ? linuxMembers(group, mark) : portableMembers(group);
}

/**
 * Asks the leader to end, then whoever stayed behind, and kills what is left after `graceMs`.
 * Resolves when nobody is left (or when the kernel will not let go within two more seconds).
 */
export async function endTree({ group, mark, signal, graceMs }) {
  const deadline = Date.now() + graceMs;
  let leaderTold = false;
  let othersTold = false;
  for (;;) {
    const members = treeMembers(group, mark);
    if (members.length === 0) return;
    const now = Date.now();
    if (now > deadline + 2000) return;
    if (now >= deadline) {
      for (const pid of members) send(pid, 'SIGKILL');
    } else if (members.includes(group)) {
      // Only the leader: it knows how to end its own helpers, and PostgreSQL's backends must not see this signal.
      if (!leaderTold) send(group, signal);
      leaderTold = true;
    } else if (!othersTold) {
      for (const pid of members) send(pid, 'SIGTERM');
      othersTold = true;
    }
    await sleep(25);
  }
}

/** Kills at once, for the moment when nothing can be waited for. */
export function killTreeNow(group, mark) {
  for (const pid of treeMembers(group, mark)) send(pid, 'SIGKILL');
}

function send(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

function processState(pid) {
  if (process.platform !== 'linux') return '?';
  return statFields(pid)?.[0] ?? 'Z';
}

/** Fields of /proc/PID/stat after the command name, which may itself hold spaces and brackets: state, ppid, pgrp … */
function statFields(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function linuxMembers(group, mark) {
  const found = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const pid = Number(name);
    if (pid === process.pid) continue;
    const fields = statFields(pid);
    if (!fields || fields[0] === 'Z') continue;
    if (Number(fields[2]) === group || carriesMark(pid, mark)) found.push(pid);
  }
  return found;
}

function carriesMark(pid, mark) {
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
    const entry = environment.find((line) => line.startsWith(`${TREE_VARIABLE}=`));
    const marks = entry?.slice(TREE_VARIABLE.length + 1).split(':');
    return marks?.includes(mark) ?? false;
  } catch {
    return false;
  }
}

function portableMembers(group) {
  let listing = '';
  try {
    listing = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,state='], { encoding: 'utf8' });
  } catch {
    return [];
  }
  return listing
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([pid, pgid, state]) => Number(pgid) === group && Number(pid) !== process.pid && !state?.startsWith('Z'))
    .map(([pid]) => Number(pid));
}
