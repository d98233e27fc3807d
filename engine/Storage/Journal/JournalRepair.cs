using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// For the day a journal refuses to start: says exactly what of it is damaged, and, when told to accept that loss,
/// makes it start with everything else.
/// </summary>
/// <remarks>
/// A repair copies each damaged segment to <c>damaged/</c> beside it, puts skip records over the damaged spots so that
/// every intact record keeps its position, seals the affected groups anew, and writes a report next to the copies.
/// A repair that was interrupted is done again. The caller holds <see cref="IDisk.Lock"/>; no journal is open.
/// </remarks>
public static class JournalRepair
{
    /// <summary>Reads all of a journal and says what is damaged. Changes nothing. O(journal).</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static JournalInspection Inspect(IDisk disk, string folder = "journal")
    {
        ArgumentNullException.ThrowIfNull(disk);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        List<JournalSegmentReport> reports = [];
        long markPosition = ReadMark(disk, folder);
        List<string> paths = SegmentPaths(disk, folder, out List<long> starts);
        for (int i = 0; i < paths.Count; i++)
        {
            long? end = i + 1 < paths.Count ? starts[i + 1] : null;
            using IDiskFile file = disk.Open(paths[i]);
            SegmentSurvey survey = new(paths[i], starts[i], end, markPosition);
            string? fault = SegmentFormat.ReadHeader(file, starts[i], out long previous);
            if (fault is null && i > 0 && previous != starts[i - 1]) fault = "the segment before it is missing";
            if (fault is not null) survey.AddHeaderFault(fault);
            reports.Add(survey.Run(file));
        }

        if (paths.Count == 0 && markPosition > 0) reports.Add(AllMissing(folder, markPosition));
        return new JournalInspection(reports);
    }

    /// <summary>Makes a damaged journal start again, without what is damaged. A healthy one is left as it is.</summary>
    /// <returns>What was found before the repair: what is lost now.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is damage and <see cref="JournalRepairOptions.AcceptLoss"/> is not set; the message says what would be
    /// lost.
    /// </exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static JournalInspection Repair(IDisk disk, JournalRepairOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        JournalInspection found = Inspect(disk, options.Folder);
        if (found.IsHealthy) return found;
        if (!options.AcceptLoss)
            throw new InvalidOperationException($"A repair would lose what is damaged; accept that to go on.\n{found}");

        JournalMender mender = new(disk, options.Folder);
        for (int i = 0; i < found.Segments.Count; i++)
        {
            if (found.Segments[i].Damages.Count > 0) mender.Quarantine(found.Segments[i].File);
        }

        mender.WriteReport(found.ToString());
        for (int i = 0; i < found.Segments.Count; i++)
        {
            JournalSegmentReport segment = found.Segments[i];
            if (segment.Damages.Count == 0) continue;
            long previous = i > 0 ? found.Segments[i - 1].Start : SegmentFormat.NoPrevious;
            mender.Mend(segment, previous, isLast: i == found.Segments.Count - 1);
        }

        disk.SyncFolder(options.Folder);
        return found;
    }

    private static long ReadMark(IDisk disk, string folder)
    {
        if (!disk.Exists($"{folder}/mark")) return -1;
        using DurableMark mark = DurableMark.Open(disk, folder);
        return mark.Position;
    }

    private static List<string> SegmentPaths(IDisk disk, string folder, out List<long> starts)
    {
        List<string> paths = [];
        starts = [];
        foreach (string name in disk.List(folder))
        {
            if (!SegmentFormat.TryParseName(name, out long start)) continue;
            paths.Add($"{folder}/{name}");
            starts.Add(start);
        }

        return paths;
    }

    /// <summary>No segment is left: an empty one at the old end keeps positions from being given twice.</summary>
    private static JournalSegmentReport AllMissing(string folder, long markPosition)
    {
        string path = $"{folder}/{SegmentFormat.NameOf(markPosition)}";
        JournalDamage damage = new(path, 0, 0, markPosition, "every segment is missing", null, null);
        return new JournalSegmentReport(path, markPosition, markPosition, 0, [damage]);
    }
}
