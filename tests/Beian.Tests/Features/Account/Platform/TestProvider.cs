using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Beian.Tests.Features.Account.Platform;

/// <summary>What the provider does to its next token.</summary>
public enum Forgery
{
    None,

    /// <summary>Signed by somebody else who uses the name of the provider's key.</summary>
    ForeignKey,

    /// <summary>Not signed at all.</summary>
    NotSigned,

    /// <summary>Made for another site.</summary>
    Audience,

    /// <summary>By another provider.</summary>
    Issuer,

    /// <summary>Expired an hour ago.</summary>
    Stale,

    /// <summary>Of another question: its nonce is not the one that was asked with.</summary>
    Replayed,
}

/// <summary>An OpenID Connect provider on a free port of this machine: discovery, keys, authorization code with PKCE. It knows one person, and can be told to cheat.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "beian";
    public const string Secret = "a secret: with signs %&";

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, string Redirect)> _codes = new();
    private readonly TimeProvider _clock;
    private RsaSecurityKey _key = NewKey("one");

    public TestProvider(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/.well-known/openid-configuration", Discover);
        _app.MapGet("/keys", Keys);
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
        _app.MapGet("/end", () => "signed out there too");
    }

    public string Issuer => _app.Urls.First();

    /// <summary>Who is signed in there.</summary>
    public string Subject { get; set; } = "";

    public Forgery Forgery { get; set; }

    public Task StartAsync() => _app.StartAsync();

    /// <summary>From now on it signs with another key, which its key list names.</summary>
    public void Rotate() => _key = NewKey("two");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private IResult Discover() =>
        Results.Json(
            new Dictionary<string, object>
            {
                ["issuer"] = Issuer,
                ["authorization_endpoint"] = Issuer + "/authorize",
                ["token_endpoint"] = Issuer + "/token",
                ["jwks_uri"] = Issuer + "/keys",
                ["end_session_endpoint"] = Issuer + "/end",
                ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
            }
        );

    private IResult Keys()
    {
        var p = _key.Rsa.ExportParameters(false);
        var key = new
        {
            kty = "RSA",
            use = "sig",
            kid = _key.KeyId,
            n = Base64UrlEncoder.Encode(p.Modulus),
            e = Base64UrlEncoder.Encode(p.Exponent),
        };
        return Results.Json(new { keys = new[] { key } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));
        _codes[code] = ($"{query["code_challenge"]}", $"{query["nonce"]}", $"{query["redirect_uri"]}");
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                $"{query["redirect_uri"]}",
                new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }
            )
        );
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var expected = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{Uri.EscapeDataString(Secret)}"));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}")));
        return
            request.Headers.Authorization == expected
            && _codes.TryRemove($"{form["code"]}", out var asked)
            && asked.Challenge == challenge
            && asked.Redirect == form["redirect_uri"]
            ? Results.Json(
                new
                {
                    access_token = "none",
                    token_type = "Bearer",
                    id_token = Token(asked.Nonce),
                }
            )
            : Results.BadRequest(new { error = "invalid_grant" });
    }

    private string Token(string nonce)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var age = Forgery == Forgery.Stale ? TimeSpan.FromHours(1) : TimeSpan.Zero;
        var key = Forgery == Forgery.ForeignKey ? NewKey(_key.KeyId) : _key;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Forgery == Forgery.Issuer ? "https://other.example" : Issuer,
                Audience = Forgery == Forgery.Audience ? "another-site" : ClientId,
                IssuedAt = now - age,
                NotBefore = now - age,
                Expires = now - age + TimeSpan.FromMinutes(5),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = Subject,
                    ["name"] = "测试法人",
                    ["nonce"] = Forgery == Forgery.Replayed ? "of-another-question" : nonce,
                },
                SigningCredentials = Forgery == Forgery.NotSigned ? null : new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };
}
