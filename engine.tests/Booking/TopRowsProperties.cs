using Catalog.Engine.Booking;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Booking;

public sealed class TopRowsProperties
{
    [Fact]
    public void A_page_is_what_sorting_everything_would_give()
    {
        Prop.ForAll<byte[], byte, byte>((keys, skippedByte, limitByte) =>
        {
            int skipped = skippedByte % 16, limit = 1 + (limitByte % 8);
            var all = new List<RankedRow>();
            for (int i = 0; i < keys.Length; i++) all.Add(new RankedRow(keys[i] % 7, keys[i] % 3, (ulong)i, i));
            using var top = new TopRows(skipped + limit);
            foreach (RankedRow row in all) top.Add(in row);

            int kept = top.Count;
            RankedRow[] page = top.PageBehind(skipped);

            all.Sort();
            return kept == Math.Min(keys.Length, skipped + limit)
                && page.SequenceEqual(all.Skip(skipped).Take(limit));
        }).QuickCheckThrowOnFailure();
    }
}
