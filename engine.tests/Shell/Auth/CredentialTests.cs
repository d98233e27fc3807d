using Catalog.Shell.Auth;
using Catalog.Shell.Options;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>Addresses, passwords, refresh tokens and the signing key.</summary>
public sealed class CredentialTests
{
    [Theory]
    [InlineData("a@b.co", "a@b.co")]
    [InlineData("  A.B+c@Example.CO.uk ", "a.b+c@example.co.uk")]
    [InlineData("o'neil@x-y.example", "o'neil@x-y.example")]
    public void Addresses_have_one_form(string text, string normal)
    {
        Assert.True(EmailAddress.TryNormalize(text, out string email));
        Assert.Equal(normal, email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("@b.co")]
    [InlineData("a@")]
    [InlineData("a@b")]
    [InlineData("a@b..co")]
    [InlineData("a@.co")]
    [InlineData("a@-b.co")]
    [InlineData("a@b@c.co")]
    [InlineData("a..b@c.co")]
    [InlineData(".a@c.co")]
    [InlineData("a b@c.co")]
    [InlineData("a\n@c.co")]
    [InlineData("ä@c.co")]
    [InlineData("a@c\u0131.co")]
    public void What_is_no_address_is_refused(string text) => Assert.False(EmailAddress.TryNormalize(text, out _));

    [Fact]
    public void Addresses_are_bounded()
    {
        Assert.False(EmailAddress.TryNormalize(new string('a', 65) + "@b.co", out _));
        Assert.False(EmailAddress.TryNormalize("a@" + string.Concat(Enumerable.Repeat("abcdefg.", 40)) + "co", out _));
    }

    [Fact]
    public void A_refresh_token_is_read_as_it_was_drawn_and_its_successor_stays_in_the_family()
    {
        RefreshToken drawn = RefreshToken.Draw();
        Assert.Equal(RefreshToken.Length, drawn.Text.Length);
        Assert.True(RefreshToken.TryParse(drawn.Text, out RefreshToken read));
        Assert.Equal((drawn.Family, drawn.Secret), (read.Family, read.Secret));
        var chain = new RefreshChain("a key"u8);
        RefreshToken next = chain.After(read);
        Assert.Equal(drawn.Family, next.Family);
        Assert.NotEqual(drawn.Secret, next.Secret);
        Assert.Equal(next, chain.After(drawn));
        Assert.NotEqual(next, new RefreshChain("another"u8).After(drawn));
        Assert.DoesNotContain(drawn.Text, drawn.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public void What_is_no_refresh_token_is_refused(string? text) => Assert.False(RefreshToken.TryParse(text, out _));

    [Fact]
    public async Task Passwords_are_salted_and_checked()
    {
        using var passwords = new PasswordHashing(new AuthOptions { PasswordIterations = 1_000 });
        string one = (await passwords.HashAsync("secret one", default))!;
        string two = (await passwords.HashAsync("secret one", default))!;
        Assert.NotEqual(one, two);
        Assert.Equal(PasswordVerdict.Right, await passwords.VerifyAsync(one, "secret one", default));
        Assert.Equal(PasswordVerdict.Wrong, await passwords.VerifyAsync(one, "secret two", default));
        Assert.Equal(PasswordVerdict.Wrong, await passwords.VerifyAsync(null, "secret one", default));
        using var stronger = new PasswordHashing(new AuthOptions { PasswordIterations = 1_001 });
        Assert.Equal(PasswordVerdict.RightButOld, await stronger.VerifyAsync(one, "secret one", default));
    }

    [Fact]
    public async Task Beyond_the_queue_password_checks_are_refused_at_once()
    {
        var options = new AuthOptions { PasswordIterations = 200_000, MaxConcurrentHashes = 1, HashQueue = 1 };
        using var passwords = new PasswordHashing(options);
        Task<string?>[] all = [.. Enumerable.Range(0, 6).Select(_ => passwords.HashAsync("secret one", default))];
        Assert.Equal(2, (await Task.WhenAll(all)).Count(hash => hash is not null));
        Assert.NotNull(await passwords.HashAsync("secret one", default));
    }

    [Fact]
    public void The_signing_key_is_made_once_and_a_damaged_one_is_not_replaced()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("catalog-key-");
        try
        {
            string path = Path.Combine(folder.FullName, "keys", "jwt.key");
            byte[] key = SigningKey.LoadOrCreate(path);
            Assert.Equal(SigningKey.SizeBytes, key.Length);
            Assert.Equal(key, SigningKey.LoadOrCreate(path));
            File.WriteAllText(path, "c2hvcnQ=");
            Assert.Throws<InvalidDataException>(() => SigningKey.LoadOrCreate(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
