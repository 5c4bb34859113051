using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Beian.TestProvider;

/// <summary>An OpenID Connect provider: discovery, keys, authorization code with PKCE. It knows one person, and can be told to cheat.</summary>
public sealed class Provider
{
    /// <summary>The one site it knows.</summary>
    public const string ClientId = "beian";

    /// <summary>That site's secret.</summary>
    public const string Secret = "a secret: with signs %&";

    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, string Redirect)> _codes = new();
    private Orders _orders = new("", Forgery.None, DateTime.UnixEpoch);
    private RsaSecurityKey _key = NewKey("one");

    /// <summary>Its own address, once it listens.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Its pages, and what only tests use: <c>/orders</c> and <c>/orders/new-key</c>.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/openid-configuration", Discover);
        app.MapGet("/keys", Keys);
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        app.MapGet("/end", () => "signed out there too");
        app.MapPost("/orders", (Orders orders) => _orders = orders);
        app.MapPost("/orders/new-key", () => Results.Text((_key = NewKey("two")).KeyId));
    }

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
        var (subject, forgery, now) = _orders;
        var made = forgery == Forgery.Stale ? now.AddHours(-1) : now;
        var key = forgery == Forgery.ForeignKey ? NewKey(_key.KeyId) : _key;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = forgery == Forgery.Issuer ? "https://other.example" : Issuer,
                Audience = forgery == Forgery.Audience ? "another-site" : ClientId,
                IssuedAt = made,
                NotBefore = made,
                Expires = made.AddMinutes(5),
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = subject,
                    ["name"] = "测试法人",
                    ["nonce"] = forgery == Forgery.Replayed ? "of-another-question" : nonce,
                },
                SigningCredentials = forgery == Forgery.NotSigned ? null : new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };
}
