using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>A page of session epochs.</summary>
/// <param name="Epochs">Accounts and their epochs, by ascending id.</param>
/// <param name="HasMore">Whether there are more behind the last of them.</param>
public readonly record struct EpochsAnswer((ulong UserId, int Epoch)[] Epochs, bool HasMore) : IResult<EpochsAnswer>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(HasMore);
        writer.WriteArrayHeader(Epochs.Length);
        foreach ((ulong userId, int epoch) in Epochs)
        {
            writer.Write(userId);
            writer.Write((long)epoch);
        }
    }

    /// <inheritdoc/>
    public static EpochsAnswer Read(ref MessagePackReader reader)
    {
        bool hasMore = reader.ReadBoolean();
        var epochs = new (ulong UserId, int Epoch)[reader.ReadArrayHeader()];
        for (int i = 0; i < epochs.Length; i++) epochs[i] = (reader.ReadUInt64(), reader.ReadInt32());
        return new EpochsAnswer(epochs, hasMore);
    }
}
