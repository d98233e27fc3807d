#pragma warning disable
namespace Catalog.Engine.Core.Time;
public sealed class TimerWheel<T>
{
  PriorityQueue<T,long> q = new();
  public TimerWheel(long nowMs, int capacity) {}
  public bool TrySchedule(long dueMs, T payload, out int handle){ handle=0; q.Enqueue(payload,dueMs); return true; }
  public bool TryPop(long nowMs, out T payload){ if (q.TryPeek(out payload, out long d) && d<=nowMs){ q.Dequeue(); return true;} payload=default; return false; }
  public long NextDueMs => q.TryPeek(out _, out long d) ? d : long.MaxValue;
}
