using System.Net.Sockets;
using System.Text;
using Beian.Tests.Support;
using Xunit;

namespace Beian.Tests.Crash;

public sealed class GracefulStopTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Terminate_WithARequestUnderWay_AnswersItSealsAndEndsInOrder()
    {
        var folder = Templates.NewFolder();
        await using (var program = new SiteProcess(folder, new Dictionary<string, string?>()))
        {
            await program.StartAsync();
            using var visitor = new TcpClient();
            await visitor.ConnectAsync(program.Address.Host, program.Address.Port, Stop);
            await using var stream = visitor.GetStream();
            const string body = "userName=nobody&password=nothing";
            await SendAsync(
                $"POST /account/sign-in HTTP/1.1\r\nHost: {program.Address.Authority}\r\nConnection: close\r\n"
                    + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n{body[..10]}"
            );
            await Task.Delay(500, Stop);
            var ending = program.TerminateAsync(TimeSpan.FromSeconds(20));
            await Task.Delay(3000, Stop); // longer than a stop that does not wait would take
            Assert.False(ending.IsCompleted, "The site ended in the middle of a request.");
            await SendAsync(body[10..]);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            var answer = await reader.ReadToEndAsync(Stop);
            Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
            Assert.Contains("</html>", answer, StringComparison.Ordinal);
            Assert.Equal(0, await ending);
            Assert.Contains("，0 条未封存", (await program.RunAsync("audit", "verify")).Text, StringComparison.Ordinal);

            Task SendAsync(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text), Stop).AsTask();
        }
        Directory.Delete(folder, recursive: true);
    }
}
