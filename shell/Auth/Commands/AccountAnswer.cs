using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>The answer to an account command.</summary>
/// <param name="Outcome">What it came to.</param>
/// <param name="Profile">The account, or nobody.</param>
public readonly record struct AccountAnswer(AccountOutcome Outcome, AccountProfile Profile) : IResult<AccountAnswer>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write((ulong)Outcome);
        Profile.Write(ref writer);
    }

    /// <inheritdoc/>
    public static AccountAnswer Read(ref MessagePackReader reader) =>
        new((AccountOutcome)reader.ReadUInt64(), AccountProfile.Read(ref reader));
}
