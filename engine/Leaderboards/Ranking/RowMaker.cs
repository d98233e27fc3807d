using System.Runtime.CompilerServices;

namespace Catalog.Engine.Leaderboards;

/// <summary>Lines with members' ids.</summary>
internal readonly struct RowMaker(MemberTable members, int self) : IRowMaker<RankedRow>
{
    public int Self => self;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RankedRow Make(int member, int rank, long score) => new(members.IdOf(member), score, rank);
}
