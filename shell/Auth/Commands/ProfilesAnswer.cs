using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Auth.Commands;

/// <summary>A page of accounts.</summary>
/// <param name="Profiles">The accounts, by ascending id.</param>
/// <param name="HasMore">Whether there are more behind the last of them.</param>
public readonly record struct ProfilesAnswer(AccountProfile[] Profiles, bool HasMore) : IResult<ProfilesAnswer>
{
    /// <inheritdoc/>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(HasMore);
        writer.WriteArrayHeader(Profiles.Length);
        foreach (AccountProfile profile in Profiles) profile.Write(ref writer);
    }

    /// <inheritdoc/>
    public static ProfilesAnswer Read(ref MessagePackReader reader)
    {
        bool hasMore = reader.ReadBoolean();
        var profiles = new AccountProfile[reader.ReadArrayHeader()];
        for (int i = 0; i < profiles.Length; i++) profiles[i] = AccountProfile.Read(ref reader);
        return new ProfilesAnswer(profiles, hasMore);
    }
}
