using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;
using Catalog.Shell.Auth.Events;

namespace Catalog.Shell.Auth;

/// <summary>
/// Publishes session epochs from the accounts' facts, whichever node they were decided on: a token that was ended
/// anywhere is void here as soon as the fact is. The node that changed the account has published before that.
/// </summary>
public sealed class AccountEpochs(SessionEpochs epochs) : IProjection
{
    /// <inheritdoc/>
    public string Name => "account-epochs";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    /// <remarks>What was before is read from the accounts at start.</remarks>
    public bool MayBeginLate => true;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == AccountMachine.Id
        && (header.Type == SignedOutEverywhere.TypeId || header.Type == RoleChanged.TypeId);

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        if (header.Type == SignedOutEverywhere.TypeId)
        {
            SignedOutEverywhere ended = SignedOutEverywhere.Read(ref reader, header.Version);
            epochs.Publish(ended.UserId, ended.Epoch);
            return;
        }

        RoleChanged changed = RoleChanged.Read(ref reader, header.Version);
        epochs.Publish(changed.UserId, changed.Epoch);
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        KeyValuePair<ulong, int>[] all = epochs.ToArray();
        writer.WriteArrayHeader(all.Length);
        foreach ((ulong userId, int epoch) in all)
        {
            writer.Write(userId);
            writer.Write(epoch);
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        for (int left = reader.ReadArrayHeader(); left > 0; left--)
            epochs.Publish(reader.ReadUInt64(), reader.ReadInt32());
    }

    /// <inheritdoc/>
    /// <remarks>Nothing: epochs only grow, and forgetting one would make an ended session good again.</remarks>
    public void Reset()
    {
    }
}
