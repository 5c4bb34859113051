namespace Beian.Tests;
