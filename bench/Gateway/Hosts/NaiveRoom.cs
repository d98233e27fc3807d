using System.Collections.Immutable;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>Who gets what is published. Thread-safe.</summary>
internal sealed class NaiveRoom
{
    private ImmutableArray<NaiveMember> _members = [];

    public void Join(NaiveMember member) =>
        ImmutableInterlocked.Update(ref _members, static (all, one) => all.Add(one), member);

    public void Leave(NaiveMember member) =>
        ImmutableInterlocked.Update(ref _members, static (all, one) => all.Remove(one), member);

    public void Publish(byte[] message)
    {
        foreach (NaiveMember member in _members) member.Post(message);
    }
}
