using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Audit.Commands;

/// <summary>A part of a day's entries, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Numbers">Their numbers in the day.</param>
/// <param name="Next">Where to go on within the day; 0 at its end.</param>
/// <param name="IsFull">Whether the day has as many as it may, and this one was not recorded.</param>
public readonly record struct AuditPage(AuditEntry[] Entries, int[] Numbers, int Next, bool IsFull)
    : IResult<AuditPage>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Entries.Length);
        for (int i = 0; i < Entries.Length; i++)
        {
            Entries[i].Write(ref writer);
            writer.Write((long)Numbers[i]);
        }

        writer.Write((long)Next);
        writer.Write(IsFull);
    }

    /// <inheritdoc/>
    public static AuditPage Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        var entries = new AuditEntry[count];
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) (entries[i], numbers[i]) = (AuditEntry.Read(ref reader), reader.ReadInt32());
        return new AuditPage(entries, numbers, reader.ReadInt32(), reader.ReadBoolean());
    }
}
