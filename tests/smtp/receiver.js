// A mail server on a free port: prints "port N", then one line of JSON for each mail it takes.
// Ends with its standard input, so that it never outlives the test that started it.
// First argument "refuse": refuses every recipient, for the tests of failures.
const { SMTPServer } = require("smtp-server");

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo: (address, session, done) => {
    if (process.argv[2] !== "refuse") return done();
    done(Object.assign(new Error("No such mailbox"), { responseCode: 550 }));
  },
  onData: (stream, session, done) => {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const mail = {
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        raw: Buffer.concat(chunks).toString("utf8"),
      };
      console.log(JSON.stringify(mail));
      done();
    });
  },
});

server.listen(0, "127.0.0.1", () => console.log("port " + server.server.address().port));
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
