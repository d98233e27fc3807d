using System.Runtime.CompilerServices;

namespace Catalog.Engine.Leaderboards;

/// <summary>Lines with members' numbers.</summary>
internal readonly struct EntryMaker(int self) : IRowMaker<RankedEntry>
{
    public int Self => self;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RankedEntry Make(int member, int rank, long score) => new(member, rank, score);
}
