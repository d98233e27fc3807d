using Catalog.Engine.Wire;

namespace Catalog.Shell.Audit;

/// <summary>Something an operator did, or was refused. Immutable.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="UserId">Who.</param>
/// <param name="Action">What, as in <c>movie.change</c>.</param>
/// <param name="Target">To what; empty where the action says it all.</param>
/// <param name="Status">What it came to, as a status of HTTP.</param>
/// <param name="TraceId">What the log names the request by.</param>
/// <param name="Address">Where it came from.</param>
public sealed record AuditEntry(
    long TimeMs, ulong UserId, string Action, string Target, int Status, string TraceId, string Address)
{
    internal static AuditEntry Read(ref MessagePackReader reader) => new(
        reader.ReadInt64(),
        reader.ReadUInt64(),
        reader.ReadString(),
        reader.ReadString(),
        reader.ReadInt32(),
        reader.ReadString(),
        reader.ReadString());

    internal void Write(ref MessagePackWriter writer)
    {
        writer.Write(TimeMs);
        writer.Write(UserId);
        writer.Write(Action);
        writer.Write(Target);
        writer.Write((long)Status);
        writer.Write(TraceId);
        writer.Write(Address);
    }
}
