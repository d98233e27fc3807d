using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>Names in lower case, by their bytes.</summary>
internal readonly struct ProfileOrder(ProfileTable profiles) : ITreeOrder<NameHead>
{
    public static bool HasUnitWeights => true;

    public static bool IsByKeysAlone => false;

    public bool IsBefore(in NameHead left, in int leftItem, in NameHead right, in int rightItem) =>
        left != right ? left.IsBefore(in right) : profiles.CompareNames(leftItem, rightItem) < 0;

    public int WeightOf(in NameHead key) => 1;

    public bool IsSameGroup(in NameHead left, in NameHead right) => false;
}
